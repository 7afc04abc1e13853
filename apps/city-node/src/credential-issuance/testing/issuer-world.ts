import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ExchangeModule } from '#libs/exchange';
import { FixedClock, SystemRandom } from '#libs/kernel';
import { Database, type DatabaseKind, openTestDatabase, PersistenceModule } from '#libs/persistence';
import { createHttpProgram, NodeDirectory } from '#libs/platform';
import { CatalogueModule } from '../../catalogue/index.js';
import { type CertificateOrder, type CertificateRecord, IssueCertificate } from '../../certificate/index.js';
import { IssuerKeys, KeySeal, X509Chains } from '../../issuer/index.js';
import { nodeEntities, nodeMigrations } from '../../migrations/index.js';
import { NodeContext, NodeContextModule } from '../../node-context/index.js';
import { lin, testRegistryUrl } from '../../testing/certificate-world.js';
import { authorityOf, testCatalogue, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { TrustedIssuers, TrustedIssuersModule } from '../../trusted-issuers/index.js';
import { CredentialIssuanceModule } from '../credential-issuance.module.js';
import { TestAuthorizationServer } from './authorization-server.js';

/** The chain of every key in specs. */
export const testChain = ['bGVhZg==', 'aW50ZXJtZWRpYXRl'];

/** A node over HTTP with the real credential issuer, a database of its own, and a stand-in for the authorization server. */
export async function issuerWorld(kind: DatabaseKind) {
  const clock = new FixedClock('2026-03-02T02:00:00.500Z');
  const port = await freePort();
  const server = await TestAuthorizationServer.start();
  const network = new TestNetwork();
  const { key } = await network.join(zhuzhou, () => () => Promise.reject(new Error('not asked')));
  const test = await openTestDatabase(kind, { entities: nodeEntities, migrations: nodeMigrations });
  const node = new NodeContext({
    ...{ division: zhuzhou, mode: 'sandbox', url: `http://127.0.0.1:${port}`, registryUrl: testRegistryUrl },
    ...{ clock, random: new SystemRandom(), holderKey: new Uint8Array(32) },
  });
  const module = CredentialIssuanceModule.forRoot({ issuerUrl: server.url, nodeKey: key });
  const root = await surroundings({ node, network, test: test.database, key }, module);
  const settings = { mode: 'sandbox', host: '127.0.0.1', port, logLevel: 'fatal', corsOrigins: [] } as const;
  const program = await createHttpProgram(root, settings, { name: 'spec', clock });
  const issue = (order: Partial<CertificateOrder> = {}): Promise<CertificateRecord> =>
    test.database.unitOfWork.run((tx) =>
      program.container.get(IssueCertificate, { strict: false }).execute(tx, { ...household, ...order }),
    );
  const drop = async () => {
    await program.close();
    await Promise.all([server.stop(), network.close(), test.drop()]);
  };
  return { url: node.url, clock, node, server, database: test.database, container: program.container, issue, drop };
}

/** A node of the specs. */
export type IssuerWorld = Awaited<ReturnType<typeof issuerWorld>>;

const household: CertificateOrder = {
  type: 'household-register',
  authority: authorityOf[zhuzhou] ?? '',
  holder: lin,
  named: { idType: '111', name: '林一', number: '430199198402290121' },
  claims: { address: '神农大道399号' },
  caseReference: 'spec',
};

interface Surroundings {
  readonly node: NodeContext;
  readonly network: TestNetwork;
  readonly test: Database;
  readonly key: ConstructorParameters<typeof KeySeal>[0];
}

async function surroundings({ node, network, test, key }: Surroundings, issuer: DynamicModule): Promise<DynamicModule> {
  const { clock, random, division } = node;
  const catalogue = testCatalogue(division);
  const keys = new IssuerKeys(test, catalogue, node, new KeySeal(key, random));
  await keys.prepare();
  @Global()
  @Module({})
  class Root {}
  return {
    module: Root,
    imports: [
      PersistenceModule.forRoot(test, clock),
      ExchangeModule.forRoot({ self: division, privateKey: key, directory: network, clock, random }),
      NodeContextModule.forRoot(node),
      CatalogueModule.forRoot(catalogue),
      TrustedIssuersModule.forRoot(new TrustedIssuers(network.trustList)),
      issuer,
    ],
    providers: [
      { provide: IssuerKeys, useValue: keys },
      { provide: NodeDirectory, useValue: network },
      { provide: X509Chains, useValue: { of: () => Promise.resolve(testChain) } },
    ],
    exports: [IssuerKeys, NodeDirectory, X509Chains],
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
