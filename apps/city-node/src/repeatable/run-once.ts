import { Injectable } from '@nestjs/common';
import { IdempotencyKeys, UnitOfWork, type IdempotencyRequest } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { NodeContext } from '../node-context/index.js';

/** The part of a use case that writes: idempotency key and effect in one unit of work. */
@Injectable()
export class RunOnce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeys,
    private readonly node: NodeContext,
  ) {}

  /** Runs the work unless the key has been used for it before. @returns the ID of what it made or changed @throws IDEMPOTENCY_KEY_REUSED */
  async execute(request: IdempotencyRequest, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    const kept = { ...request, fingerprint: this.node.keyedDigest(request.fingerprint) };
    const { resource } = await this.unitOfWork.run((tx) =>
      this.keys.once(tx, kept, async () => ({ resource: await work(tx) })),
    );
    return resource;
  }
}
