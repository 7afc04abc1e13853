import { Injectable } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import { identify, type Identified, type PersonAtWindow } from '../../person/index.js';
import { type Repeatable, requestOf, RunOnce } from '../../repeatable/index.js';
import type { CertificateClaims } from '../certificate-record.entity.js';
import { assertMay } from '../policies.js';
import { assertOwnable, type NewOwner, ownershipOf } from './created-holders.js';
import { type CertificateOrder, IssueCertificate } from './issue-certificate.js';

/** A certificate that an officer issues without an application: ex officio, or electronised from paper stock. */
export interface NewCertificate extends Repeatable {
  /** Certificate type key. */
  readonly type: string;
  /** Unified social credit code; absent: the officer's own, or the first authority of the city that may issue the type. */
  readonly authority?: string | null;
  readonly holder: PersonAtWindow;
  /** The holder's share, where several own a thing. */
  readonly share?: string | null;
  /** The other owners of a thing (共有人). */
  readonly coOwners?: readonly NewOwner[] | null;
  readonly claims: CertificateClaims;
  /** Legal ground. */
  readonly reason: string;
}

/** `caseReference` of certificates without an application. */
export const exOfficio = 'ex-officio';

/** Issues a certificate without an application (依职权制证), to a person, a company, or the owners of a thing. */
@Injectable()
export class CreateCertificate {
  constructor(
    private readonly runOnce: RunOnce,
    private readonly issue: IssueCertificate,
    private readonly catalogue: Catalogue,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /**
   * @returns the ID of the certificate
   * @throws FORBIDDEN, CERTIFICATE_TYPE_UNKNOWN, ISSUER_NOT_ENTITLED, BAD_INPUT, IDEMPOTENCY_KEY_REUSED, and the errors
   * of numbers that are none
   */
  async execute(caller: Caller, input: NewCertificate): Promise<string> {
    const order = this.order(caller, input);
    assertMay('issue', caller, { authority: order.authority }, this.node.division);
    return this.runOnce.execute(requestOf('create-certificate', caller, input), async (tx) => {
      const { id, type } = await this.issue.execute(tx, order);
      await this.audit.append(tx, {
        ...{ actor: caller.subject, action: 'certificate.created-ex-officio', subject: id },
        details: { type, reason: input.reason },
      });
      return id;
    });
  }

  private order(caller: Caller, input: NewCertificate): CertificateOrder {
    const type = this.catalogue.certificateType(input.type, 'input.type');
    const holder = identify(input.holder, this.node, 'input.holder');
    const others = (input.coOwners ?? []).map(({ person, share }, place) => {
      return { share, ...identify(person, this.node, `input.coOwners.${place}.person`) };
    });
    const owners = [{ share: input.share, ...holder }, ...others];
    assertOwnable(type, owners);
    return {
      ...{ type: type.key, claims: input.claims, caseReference: exOfficio, actor: caller.subject },
      authority: this.issuerOf(input, caller),
      holder: holder.holder,
      named: { idType: holder.kind === 'legal-person' ? '001' : '111', ...this.nameOf(holder, owners) },
      owners: owners.map(ownershipOf),
    };
  }

  /** What several own is in all their names; its number is the first one's. */
  private nameOf(first: Identified, owners: readonly Identified[]): { name: string; number?: string } {
    const name = owners.map((owner) => owner.name).join('、');
    return { name, number: this.node.openNumber(first.holder, first.sealedNumber) };
  }

  /** As ordered, else the officer's own, else the first of the city that may issue the type. */
  private issuerOf({ authority, type }: NewCertificate, caller: Caller): string {
    const ordered = authority ?? caller.authority;
    if (ordered) return this.catalogue.authority(ordered, 'input.authority').code;
    const entitled = this.catalogue.authorities.find(({ issues }) => issues.includes(type));
    if (entitled) return entitled.code;
    throw new KuashiError('ISSUER_NOT_ENTITLED', { field: 'input.type', params: { type } });
  }
}
