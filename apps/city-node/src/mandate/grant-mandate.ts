import { Injectable } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { type DivisionCode, type LocalDate, localDateOf } from '#libs/kernel';
import { type Caller, NodeDirectory } from '#libs/platform';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { identify, type PersonAtWindow } from '../person/index.js';
import { type Repeatable, requestOf, RunOnce } from '../repeatable/index.js';
import { MandateRecord } from './mandate.entity.js';
import { assertGrantable, citiesOf } from './mandate-rules.js';
import { principalOf } from './policies.js';

/** What a principal grants. */
export interface MandateOrder extends Repeatable {
  readonly principalName: string;
  readonly agent: PersonAtWindow;
  /** Service item keys. */
  readonly items: readonly string[];
  /** Empty or absent: every city. */
  readonly cities?: readonly DivisionCode[];
  readonly commitments: boolean;
  readonly validUntil: LocalDate;
}

/** Grants a mandate (委托): from the commit on the agent may act within it. */
@Injectable()
export class GrantMandate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly runOnce: RunOnce,
    private readonly audit: AuditLog,
    private readonly directory: NodeDirectory,
    private readonly node: NodeContext,
  ) {}

  /** @returns its ID @throws FORBIDDEN, ITEM_UNKNOWN, MANDATE_NOT_ALLOWED, BAD_INPUT, the errors of the agent's number, IDEMPOTENCY_KEY_REUSED */
  async execute(caller: Caller, order: MandateOrder): Promise<string> {
    const mandate = this.draw(caller, order);
    return this.runOnce.execute(requestOf('grant-mandate', caller, order), async (tx) => {
      await tx.insert(MandateRecord, mandate);
      await this.audit.append(tx, {
        actor: caller.subject,
        action: 'mandate.granted',
        subject: mandate.id,
        details: { items: mandate.items, cities: mandate.cities, validUntil: mandate.validUntil },
      });
      return mandate.id;
    });
  }

  private draw(caller: Caller, order: MandateOrder): MandateRecord {
    const { holder: principal, kind: principalKind } = principalOf(caller);
    const agent = identify(order.agent, this.node, 'input.agent');
    const items = [...new Set(order.items)].map((key) => this.catalogue.item(key, 'input.items'));
    const grantedAt = this.node.now();
    const { validUntil, principalName, commitments } = order;
    assertGrantable({ items, principal, agent: agent.holder, today: localDateOf(grantedAt), validUntil });
    return {
      ...{
        id: this.node.newId('mandate'),
        principal,
        principalKind,
        principalName,
        commitments,
        validUntil,
        grantedAt,
      },
      ...{ agent: agent.holder, agentName: agent.name, endedBy: null, endedAt: null },
      items: items.map(({ key }) => key),
      cities: citiesOf(
        order.cities ?? [],
        this.directory.everyNode().map(({ division }) => division),
      ),
    };
  }
}
