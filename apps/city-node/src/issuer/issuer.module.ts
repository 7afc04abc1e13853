import { type BeforeApplicationShutdown, type DynamicModule, Global, Module } from '@nestjs/common';
import type { JWK } from 'jose';
import { Database } from '#libs/persistence';
import { ProgramLog, ReadinessChecks } from '#libs/platform';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { IssuerKeys } from './issuer-keys.js';
import { IssuerMetadata } from './issuer-metadata.js';
import { IssuerMetadataController } from './issuer-metadata.controller.js';
import type { KeyPeriods } from './key-periods.js';
import { KeySeal } from './key-seal.js';
import { StateIssuers } from './state-issuers.js';
import { TendKeys } from './tend-keys.js';
import { X509Chains } from './x509-chains.js';

/** The node's issuers: their keys, and what the registry is told about them. */
@Global()
@Module({})
export class IssuerModule implements BeforeApplicationShutdown {
  constructor(private readonly stateIssuers: StateIssuers) {}

  static forRoot(route: { registryUrl: string; nodeKey: JWK; keyPeriods?: KeyPeriods }): DynamicModule {
    return {
      module: IssuerModule,
      controllers: [IssuerMetadataController],
      providers: [
        {
          provide: IssuerKeys,
          inject: [Database, Catalogue, NodeContext],
          useFactory: async (database: Database, catalogue: Catalogue, node: NodeContext) => {
            const keys = new IssuerKeys(
              database,
              catalogue,
              node,
              new KeySeal(route.nodeKey, node.random),
              route.keyPeriods,
            );
            await keys.prepare();
            return keys;
          },
        },
        {
          provide: StateIssuers,
          inject: [NodeContext, IssuerKeys, ProgramLog, ReadinessChecks],
          useFactory: (node: NodeContext, keys: IssuerKeys, log: ProgramLog, readiness: ReadinessChecks) =>
            new StateIssuers(route, node, keys, log, readiness),
        },
        { provide: X509Chains, useFactory: () => new X509Chains(route.registryUrl) },
        IssuerMetadata,
        TendKeys,
      ],
      exports: [IssuerKeys, StateIssuers, TendKeys, X509Chains],
    };
  }

  beforeApplicationShutdown(): void {
    this.stateIssuers.stop();
  }
}
