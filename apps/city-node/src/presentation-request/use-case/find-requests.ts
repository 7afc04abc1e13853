import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../../node-context/index.js';
import { digestOf, isSameSecret } from '../protocol/request-secrets.js';
import { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { forgottenBefore } from '../rules/limits.js';
import { mayReadRequest } from '../rules/policies.js';

/** A request as its requester finds it. */
export interface FoundRequest {
  readonly record: PresentationRequestRecord;
  /** Whether what was presented is kept back: the wallet returned to another browser, for all this node knows. */
  readonly withheld: boolean;
}

/** Reads requests, for their requesters alone. What somebody else asked does not exist. */
@Injectable()
export class FindRequests {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /**
   * @param code the response code the wallet came back with (same device)
   * @throws PRESENTATION_REQUEST_UNKNOWN, RESPONSE_CODE_WRONG
   */
  async visible(id: string, caller: Caller, code?: string | null): Promise<FoundRequest> {
    const [record] = await this.remembered([id]);
    if (!record || !mayReadRequest(caller, record))
      throw new KuashiError('PRESENTATION_REQUEST_UNKNOWN', { field: 'id' });
    const { responseCode } = record;
    if (responseCode === null) return { record, withheld: false };
    if (!code) return { record, withheld: true };
    if (isSameSecret(digestOf(code), responseCode)) return { record, withheld: false };
    throw new KuashiError('RESPONSE_CODE_WRONG', { field: 'responseCode' });
  }

  /** In the order of the ids; null for what is not the caller's. */
  async allVisible(ids: readonly string[], caller: Caller): Promise<(FoundRequest | null)[]> {
    const own = (await this.remembered(ids)).filter((record) => mayReadRequest(caller, record));
    return ids.map((id) => {
      const record = own.find((each) => each.id === id);
      return record ? { record, withheld: record.responseCode !== null } : null;
    });
  }

  /** What is too old is unknown, whether or not it was cleared away yet. */
  private remembered(ids: readonly string[]): Promise<PresentationRequestRecord[]> {
    const expiresAt = MoreThanOrEqual(forgottenBefore(this.node.now()));
    return this.database.reads.findBy(PresentationRequestRecord, { id: In([...ids]), expiresAt });
  }
}
