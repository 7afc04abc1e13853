import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { insertIfAbsent } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import { SpentToken, type SpentKind } from '../record/spent-token.entity.js';

/** Milliseconds between two clearings of what has expired. */
const clearingInterval = 60_000;

/** Lets a value be used once, whatever else runs at the same time: the database's primary key is the judge. */
@Injectable()
export class SpendOnce {
  private clearedAt = 0;

  constructor(private readonly node: NodeContext) {}

  /** @returns false when it was used before. A rolled back unit of work has used nothing. */
  async spend(tx: EntityManager, kind: SpentKind, value: string, expiresAt: Date): Promise<boolean> {
    await this.clear(tx);
    const digest = createHash('sha256').update(value).digest('base64url');
    const spentBy = Buffer.from(this.node.random.bytes(12)).toString('base64url');
    await insertIfAbsent(tx, SpentToken, { kind, digest, spentBy, expiresAt });
    const row = await tx.findOneByOrFail(SpentToken, { kind, digest });
    return row.spentBy === spentBy;
  }

  private async clear(tx: EntityManager): Promise<void> {
    const now = this.node.now();
    if (now.getTime() - this.clearedAt < clearingInterval) return;
    this.clearedAt = now.getTime();
    await tx.delete(SpentToken, { expiresAt: LessThan(now) });
  }
}
