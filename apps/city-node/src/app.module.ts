import { type DynamicModule, Module } from '@nestjs/common';
import type { JWK } from 'jose';
import { ExchangeModule } from '#libs/exchange';
import { type Database, PersistenceModule } from '#libs/persistence';
import { contractFile, contractModule, NodeDirectory } from '#libs/platform';
import type { SeedCertificate } from '#seeds';
import { ApplicationModule } from './application/index.js';
import { type Catalogue, CatalogueModule } from './catalogue/index.js';
import { CertificateModule } from './certificate/index.js';
import { CertificateUseModule } from './certificate-use/index.js';
import { CredentialIssuanceModule } from './credential-issuance/index.js';
import { DisputeModule } from './dispute/index.js';
import { EvidenceModule } from './evidence/index.js';
import { ExchangeController } from './exchange/index.js';
import { ImplementationModule } from './implementation/index.js';
import { IntakeModule } from './intake/index.js';
import { IssuerModule, type KeyPeriods } from './issuer/index.js';
import { MandateModule } from './mandate/index.js';
import { type NodeContext, NodeContextModule } from './node-context/index.js';
import { NodeLookupModule } from './node-lookup/index.js';
import { PresentationRequestModule } from './presentation-request/index.js';
import { seedSource, StartUp } from './start/index.js';
import { type TrustedIssuers, TrustedIssuersModule } from './trusted-issuers/index.js';
import { UseByFunctionModule } from './use-by-function/index.js';
import { UseCodeModule } from './use-code/index.js';
import { WindowModule } from './window/index.js';

/** What the program makes before Nest starts. */
export interface NodeParts {
  readonly node: NodeContext;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly directory: NodeDirectory;
  readonly trustedIssuers: TrustedIssuers;
  /** The node's private exchange key. */
  readonly nodeKey: JWK;
  /** How long keys live; absent: the usual periods. */
  readonly keyPeriods?: KeyPeriods;
  readonly registryUrl: string;
  /** Web origins that may call this node; a wallet may return to those on https. */
  readonly origins: readonly string[];
  /** The login: authorization server of the credential issuer. */
  readonly issuerUrl: string;
  /** Makes the synthetic certificates of all cities; called at the first start of a sandbox only. */
  readonly readSeeds: () => readonly SeedCertificate[];
  /** SDL of the contract; absent: the emitted one. */
  readonly contract?: string;
}

const features = [
  NodeLookupModule,
  WindowModule,
  ImplementationModule,
  CertificateModule,
  CertificateUseModule,
  EvidenceModule,
  MandateModule,
  ApplicationModule,
  IntakeModule,
  UseCodeModule,
  UseByFunctionModule,
  DisputeModule,
];

/** The node of one city, or of the province. */
@Module({})
export class CityNodeModule {
  static over(parts: NodeParts): DynamicModule {
    return {
      module: CityNodeModule,
      global: true,
      imports: [
        ...foundations(parts),
        contractModule(parts.contract ?? { file: contractFile('node') }),
        ...features,
        ...configured(parts),
      ],
      controllers: [ExchangeController],
      providers: [
        { provide: NodeDirectory, useValue: parts.directory },
        { provide: seedSource, useValue: parts.readSeeds },
        StartUp,
      ],
      exports: [NodeDirectory],
    };
  }
}

/** Features that need to be told what only the program knows. */
const configured = ({ nodeKey, issuerUrl, origins }: NodeParts) => [
  CredentialIssuanceModule.forRoot({ issuerUrl, nodeKey }),
  PresentationRequestModule.forRoot({ nodeKey, redirectOrigins: origins }),
];

/** What every feature stands on. */
function foundations({
  node,
  database,
  catalogue,
  directory,
  trustedIssuers,
  nodeKey,
  registryUrl,
  keyPeriods,
}: NodeParts) {
  const { division: self, clock, random } = node;
  return [
    PersistenceModule.forRoot(database, clock),
    ExchangeModule.forRoot({ self, privateKey: nodeKey, directory, clock, random }),
    NodeContextModule.forRoot(node),
    CatalogueModule.forRoot(catalogue),
    TrustedIssuersModule.forRoot(trustedIssuers),
    IssuerModule.forRoot({ registryUrl, nodeKey, keyPeriods }),
  ];
}
