import { Test } from '@nestjs/testing';
import type { Provider, Type } from '@nestjs/common';
import { ExchangeModule, exchangeEntities, exchangeMigrations, type ExchangeDirectory } from '#libs/exchange';
import { FixedClock, parseDivisionCode, SystemRandom, type Holder } from '#libs/kernel';
import { Database, openTestDatabase, PersistenceModule, type DatabaseKind } from '#libs/persistence';
import { ProgramLog, type Caller, type CallerRole } from '#libs/platform';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { CatalogueModule } from '../../catalogue/index.js';
import { IssueCertificate } from '../../certificate/index.js';
import { RequestPresentation } from '../../certificate-use/index.js';
import { CheckMandate } from '../../mandate/index.js';
import { NodeContext, NodeContextModule } from '../../node-context/index.js';
import { applicationEntities, applicationMigrations } from '../record/schema.js';
import { applicationUseCases } from '../use-case/all-use-cases.js';
import { TestPresentations, TestMandates, TestRegister } from './stand-ins.js';
import { bureau, testCatalogue } from './test-catalogue.js';

/** The key that makes holders, in every city of the specs. */
export const holderKey = new Uint8Array(32).fill(7);

/** What a node of the specs can be made of besides applications. */
export interface WorldOptions {
  readonly city?: string;
  readonly clock?: FixedClock;
  readonly key?: JWK;
  /** Where the other nodes are */
  readonly directory?: ExchangeDirectory;
  readonly entities?: readonly (new () => object)[];
  readonly migrations?: Parameters<typeof openTestDatabase>[1]['migrations'];
  readonly providers?: readonly Provider[];
}

/** A node with a database of its own and the real use cases; stand-ins for certificates alone. */
export async function applicationWorld(kind: DatabaseKind, options: WorldOptions = {}) {
  const { city = '430300', clock = new FixedClock('2026-03-02T02:00:00Z') } = options;
  const division = parseDivisionCode(city);
  const test = await openTestDatabase(kind, {
    entities: [...exchangeEntities, ...applicationEntities, ...(options.entities ?? [])],
    migrations: [...exchangeMigrations, ...applicationMigrations, ...(options.migrations ?? [])],
  });
  const presentations = new TestPresentations(clock);
  const register = new TestRegister();
  const mandates = new TestMandates();
  const random = new SystemRandom();
  const node = new NodeContext({ division, mode: 'sandbox', url: '', registryUrl: '', clock, random, holderKey });
  const privateKey = options.key ?? (await exchangeKey());
  const directory = options.directory ?? { nodeOf: () => undefined };
  const program = await Test.createTestingModule({
    imports: [
      PersistenceModule.forRoot(test.database, clock),
      ExchangeModule.forRoot({ self: division, privateKey, directory, clock, random }),
      NodeContextModule.forRoot(node),
      CatalogueModule.forRoot(testCatalogue(city)),
    ],
    providers: [
      ...applicationUseCases,
      ...(options.providers ?? []),
      { provide: RequestPresentation, useValue: presentations },
      { provide: IssueCertificate, useValue: register },
      { provide: CheckMandate, useValue: mandates },
      { provide: ProgramLog, useValue: new ProgramLog('spec', 'fatal') },
    ],
  }).compile();
  await program.init();
  const database = program.get(Database);
  const get = <Service>(service: Type<Service>): Service => program.get(service);
  const drop = async () => {
    await program.close();
    await test.drop();
  };
  return { city: division, clock, database, node, presentations, register, mandates, get, drop };
}

/** A node of the specs. */
export type ApplicationWorld = Awaited<ReturnType<typeof applicationWorld>>;

/** An exchange key. */
export async function exchangeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return exportJWK(privateKey);
}

/** Somebody who applies. */
export function citizen(name: string): Caller {
  const roles: CallerRole[] = ['citizen'];
  return {
    signedIn: true,
    subject: name,
    holder: name as Holder,
    holderKind: 'natural-person',
    roles,
    clientId: 'app',
  };
}

/** An officer of the bureau in Xiangtan. */
export function officer(role: CallerRole, more: Partial<Caller> = {}): Caller {
  const city = parseDivisionCode('430300');
  return { signedIn: true, subject: role, roles: [role], city, authority: bureau, clientId: 'desk', ...more };
}
