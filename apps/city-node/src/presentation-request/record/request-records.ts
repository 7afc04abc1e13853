import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { Database, lockForUpdate } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import { forgottenBefore } from '../rules/limits.js';
import { type RequestEvent, type RequestState, stateAfter, stateAt } from '../rules/request-states.js';
import { PresentationRequestRecord } from './presentation-request.entity.js';

/** What else changes with a state. */
export type RequestChange = Partial<
  Pick<
    PresentationRequestRecord,
    'sealedKey' | 'receivedAt' | 'settledAt' | 'refusal' | 'detail' | 'results' | 'responseCode'
  >
>;

/** Who moves a request by what, and what else changes. */
export interface RequestMove {
  readonly event: RequestEvent;
  /** How the audit log names who did it. */
  readonly actor: string;
  readonly change?: RequestChange;
  /** What is written in the same unit of work. */
  readonly also?: (tx: EntityManager) => Promise<void>;
}

/** The requests on disk. Each moves along the state table, one at a time, with a line in the audit log. */
@Injectable()
export class RequestRecords {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  find(id: string): Promise<PresentationRequestRecord | null> {
    return this.database.reads.findOneBy(PresentationRequestRecord, { id });
  }

  /** The state as of now. */
  stateOf(record: PresentationRequestRecord): RequestState {
    return stateAt(record, this.node.now());
  }

  /** Writes a new request in a unit of work, and forgets those that are too old to be read. */
  async add(tx: EntityManager, record: PresentationRequestRecord): Promise<void> {
    await tx.delete(PresentationRequestRecord, { expiresAt: LessThan(forgottenBefore(this.node.now())) });
    await tx.insert(PresentationRequestRecord, record);
    const { item, authority, caseReference, asked } = record;
    const details = { item, authority, caseReference, materials: [...new Set(asked.map(({ material }) => material))] };
    await this.append(tx, record.id, { actor: record.requester, event: 'request', details });
  }

  /** Moves a request in a unit of work of its own. @returns whether the table allowed it: of many at once one moves it */
  move(id: string, { event, actor, change = {}, also }: RequestMove): Promise<boolean> {
    return this.database.unitOfWork.run(async (tx) => {
      const record = await lockForUpdate(tx, PresentationRequestRecord, { id });
      const state = record && stateAfter(this.stateOf(record), event);
      if (!state) return false;
      await tx.update(PresentationRequestRecord, { id }, { state, ...change });
      await also?.(tx);
      const { refusal } = change;
      await this.append(tx, id, { actor, event, details: { state, ...(refusal && { refusal }) } });
      return true;
    });
  }

  private append(
    tx: EntityManager,
    subject: string,
    { actor, event, details }: { actor: string; event: string; details: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.append(tx, { actor, action: `presentation-request.${event}`, subject, details });
  }
}
