import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { SeedCertificate } from '#seeds';
import { SeedCertificates } from '../certificate/index.js';
import { StateIssuers } from '../issuer/index.js';
import { NodeContext } from '../node-context/index.js';

/** Token of the function that makes the synthetic certificates of all cities. */
export const seedSource = Symbol('seedSource');

/** What a node does before it listens: seeds its register (sandbox, first start) and tells the registry its issuers. */
@Injectable()
export class StartUp implements OnApplicationBootstrap {
  constructor(
    private readonly node: NodeContext,
    private readonly seedCertificates: SeedCertificates,
    private readonly stateIssuers: StateIssuers,
    @Inject(seedSource) private readonly readSeeds: () => readonly SeedCertificate[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.node.mode === 'sandbox') await this.seedCertificates.execute(this.readSeeds);
    await this.stateIssuers.start();
  }
}
