import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import { CredentialFault, signTrustList, type TrustListContent } from '#libs/credential';
import { UnitOfWork } from '#libs/persistence';
import { RegistryContext } from '../reference/index.js';
import { malformed } from './issuer-statement.js';
import { NodeIssuers } from './node-issuers.entity.js';
import { TrustListVersion } from './trust-list-version.entity.js';

const day = 86_400_000;

/** The versions of the trust list (信任列表): numbered without gaps, signed, kept. */
@Injectable()
export class TrustListVersions {
  /** One writer at a time. */
  private readonly turn = new Mutex();

  constructor(
    private readonly context: RegistryContext,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** One unit of work in which versions may be read and published. */
  inTurn<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.turn.runExclusive(() => this.unitOfWork.run(work));
  }

  /** The number and time of the newest version; number 0 before the first. */
  async newest(tx: EntityManager): Promise<{ version: number; issuedAt: Date | undefined }> {
    const [row] = await tx.find(TrustListVersion, {
      ...{ select: { version: true, issuedAt: true }, order: { version: 'DESC' }, take: 1 },
    });
    return { version: row?.version ?? 0, issuedAt: row?.issuedAt };
  }

  /**
   * Signs and keeps the next version, with the issuers that the nodes stated.
   * @param cause the division whose statement made it, or `schedule`
   * @throws ENVELOPE_INVALID when no reader would accept it
   */
  async publish(tx: EntityManager, cause: string): Promise<number> {
    const rows = await tx.find(NodeIssuers, { order: { division: 'ASC' } });
    const version = (await this.newest(tx)).version + 1;
    const issuedAt = this.context.clock.now();
    const nextUpdate = new Date(issuedAt.getTime() + this.context.trustListDays * day).toISOString();
    const issuers = rows.flatMap((row) => row.issuers);
    const token = await this.sign({ version, issuedAt: issuedAt.toISOString(), nextUpdate, issuers });
    await tx.insert(TrustListVersion, { version, issuedAt, cause, token });
    return version;
  }

  /** What no reader of the list would accept (a key that is another authority's, a private key) is the statement's fault. */
  private async sign(content: TrustListContent): Promise<string> {
    try {
      return await signTrustList(content, this.context.signingKey);
    } catch (fault) {
      throw fault instanceof CredentialFault ? malformed(fault.detail ?? fault.reason) : fault;
    }
  }
}
