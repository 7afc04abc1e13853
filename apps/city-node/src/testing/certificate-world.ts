import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { issuerUri } from '#libs/credential';
import { Exchange, exchangeEntities, ExchangeModule, exchangeMigrations } from '#libs/exchange';
import { type DivisionCode, FixedClock, type Holder, SystemRandom } from '#libs/kernel';
import { type Database, type DatabaseKind, openTestDatabase, PersistenceModule, type Schema } from '#libs/persistence';
import { anonymous, type Caller, type CallerRole, NodeDirectory, ProgramLog } from '#libs/platform';
import { CatalogueModule } from '../catalogue/index.js';
import {
  certificateEntities,
  certificateMigrations,
  CertificateModule,
  type CertificateOrder,
  type CertificateRecord,
  IssueCertificate,
  StatusListPublisher,
} from '../certificate/index.js';
import { certificateUseEntities, certificateUseMigrations, CertificateUseModule } from '../certificate-use/index.js';
import { EvidenceModule } from '../evidence/index.js';
import { AddKeyStatement1790000000300, AuthorityKey, IssuerKeys, KeySeal, statedIssuers } from '../issuer/index.js';
import { CreateMandates1790000000700, MandateRecord } from '../mandate/index.js';
import { CreateCertificates1790000000010 } from '../migrations/index.js';
import { NodeContext, NodeContextModule } from '../node-context/index.js';
import { TrustedIssuers, TrustedIssuersModule } from '../trusted-issuers/index.js';
import { authorityOf, issuedTypes, testCatalogue } from './test-catalogue.js';
import type { Answer, TestNetwork } from './test-network.js';

/** Entities and migrations of the certificate features. */
export const certificateSchema = {
  entities: [...exchangeEntities, AuthorityKey, ...certificateEntities, ...certificateUseEntities, MandateRecord],
  migrations: [
    ...exchangeMigrations,
    CreateCertificates1790000000010,
    AddKeyStatement1790000000300,
    ...certificateMigrations,
    ...certificateUseMigrations,
    CreateMandates1790000000700,
  ],
};

/** Where the specs' registry would answer: part of every `vct`. */
export const testRegistryUrl = 'http://127.0.0.1:4010';

/** Two holders of the specs. */
export const lin = 'L'.repeat(43) as Holder;
export const wang = 'W'.repeat(43) as Holder;

/** Features beside those of certificates that a spec needs. */
export interface MoreFeatures extends Partial<Schema> {
  readonly modules?: readonly (Type | DynamicModule)[];
  /** When the world begins. */
  readonly startsAt?: Date;
}

function schemaWith({ entities = [], migrations = [] }: MoreFeatures): Schema {
  return {
    entities: [...certificateSchema.entities, ...(entities as readonly (new () => object)[])],
    migrations: [...certificateSchema.migrations, ...(migrations as readonly (new () => object)[])],
  } as Schema;
}

/** A node with the real certificate features, a database of its own and an address on the network of the spec. */
export async function certificateWorld(
  kind: DatabaseKind,
  network: TestNetwork,
  division: DivisionCode,
  more: MoreFeatures = {},
) {
  const clock = new FixedClock(more.startsAt ?? '2026-03-02T02:00:00.500Z');
  let answer: Answer = () => Promise.reject(new Error('not yet'));
  const { url, key } = await network.join(division, () => answer);
  const random = new SystemRandom();
  const node = new NodeContext({
    ...{ division, mode: 'sandbox', url, registryUrl: testRegistryUrl, clock, random },
    holderKey: new Uint8Array(32),
  });
  const catalogue = testCatalogue(division);
  const test = await openTestDatabase(kind, schemaWith(more));
  const keys = new IssuerKeys(test.database, catalogue, node, new KeySeal(key, random));
  await keys.prepare();
  const program = await Test.createTestingModule({
    imports: [
      PersistenceModule.forRoot(test.database, clock),
      ExchangeModule.forRoot({ self: division, privateKey: key, directory: network, clock, random }),
      NodeContextModule.forRoot(node),
      CatalogueModule.forRoot(catalogue),
      TrustedIssuersModule.forRoot(new TrustedIssuers(network.trustList)),
      surroundings(keys, network),
      ...[CertificateModule, CertificateUseModule, EvidenceModule],
      ...(more.modules ?? []),
    ],
  }).compile();
  await program.init();
  const get = <Service>(service: Type<Service>): Service => program.get(service, { strict: false });
  answer = answerOf(get(Exchange), get(StatusListPublisher));
  trust(network, division, keys, url);
  const drop = async () => {
    await network.cut(division);
    await program.close();
    await test.drop();
  };
  const issue = (order: Partial<CertificateOrder> = {}) =>
    issueIn(test.database, get(IssueCertificate), division, order);
  return { division, clock, node, keys, catalogue, database: test.database, get, issue, drop };
}

/** A node of the specs. */
export type CertificateWorld = Awaited<ReturnType<typeof certificateWorld>>;

/** A caller of the specs. */
export const callerWith = (facts: Partial<Caller>): Caller => ({
  ...anonymous,
  signedIn: true,
  subject: 'spec',
  ...facts,
});
export const holderCalling = (holder: Holder): Caller =>
  callerWith({ holder, holderKind: 'natural-person', roles: ['citizen'] });
export const officerOf = (city: DivisionCode, role: CallerRole = 'issuing-officer'): Caller =>
  callerWith({ subject: `officer-${city}`, city, roles: [role] });

function surroundings(keys: IssuerKeys, network: TestNetwork): Type {
  const providers = [
    { provide: IssuerKeys, useValue: keys },
    { provide: NodeDirectory, useValue: network },
    { provide: ProgramLog, useValue: new ProgramLog('spec', 'fatal') },
  ];
  @Global()
  @Module({ providers, exports: [IssuerKeys, NodeDirectory, ProgramLog] })
  class Surroundings {}
  return Surroundings;
}

function answerOf(exchange: Exchange, publisher: StatusListPublisher): Answer {
  return async (path, body, known) => {
    if (path === '/exchange/questions') return exchange.receiveQuestion(body);
    if (path === '/exchange/messages') return exchange.receiveMessage(body);
    const { token, etag } = await publisher.published(path.replace('/status-lists/', ''));
    const contentType = 'application/statuslist+jwt';
    return known === etag
      ? { status: 304, contentType, body: '', etag }
      : { status: 200, contentType, body: token, etag };
  };
}

function trust(network: TestNetwork, division: DivisionCode, keys: IssuerKeys, url: string): void {
  const facts = { name: division, division, level: 'municipal', types: issuedTypes };
  const entries = statedIssuers(keys.all(), url).map((stated) => ({
    ...{ ...facts, ...stated },
    uri: issuerUri(url, stated.authority),
  }));
  network.trust(division, entries);
}

function issueIn(
  database: Database,
  issue: IssueCertificate,
  division: DivisionCode,
  order: Partial<CertificateOrder>,
): Promise<CertificateRecord> {
  const whole: CertificateOrder = {
    type: 'household-register',
    authority: authorityOf[division] ?? '',
    holder: lin,
    named: { idType: '111', name: '林一', number: '430199198402290121' },
    claims: { address: '神农大道399号' },
    caseReference: 'spec',
    ...order,
  };
  return database.unitOfWork.run((tx) => issue.execute(tx, whole));
}
