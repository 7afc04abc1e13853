import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { generateIssuerKey, importIssuerKey, type KeyEntry, type KeyPurpose } from '#libs/credential';
import { AuditLog } from '#libs/exchange';
import { type DivisionCode, FixedClock, SystemRandom } from '#libs/kernel';
import { type DatabaseKind, openTestDatabase } from '#libs/persistence';
import { ProgramLog } from '#libs/platform';
import type { Authority } from '#seeds';
import { PublishedDirectory } from '../directory/index.js';
import { registryEntities, registryMigrations } from '../migrations/index.js';
import { RegistryContext } from '../reference/index.js';
import { testReference } from './test-reference.js';
import { AcceptStatement } from '../trust/accept-statement.js';
import type { Authorities } from '../trust/authorities.js';
import type { StatedIssuer } from '../trust/issuer-statement.js';
import { PublishedTrustList } from '../trust/published-trust-list.js';
import { RenewTrustList } from '../trust/renew-trust-list.js';
import { TrustListVersions } from '../trust/trust-list-versions.js';
import { CertificateChains } from '../x509/certificate-chains.js';

const nameOf = (zhHans: string) => ({ zhHans, zhHant: zhHans, en: zhHans });
const authority = (code: string, division: string, name: string, issues = ['household-register']): Authority => ({
  ...{ code, name: nameOf(name), division: division as DivisionCode, level: 'municipal', departments: [], issues },
});

/** The cities of the specs: where their nodes answer and which authorities they have. */
export const cities = {
  zhuzhou: {
    division: '430200',
    url: 'http://127.0.0.1:4200',
    bureau: '11430299MXG0000182',
    branch: '11430299MXG0000267',
  },
  changsha: { division: '430100', url: 'http://127.0.0.1:4100', bureau: '11430199MXG0000183', branch: '' },
} as const;

const registryUrl = 'http://127.0.0.1:4010';

/** An authority of Zhuzhou that issues nothing. */
export const issuesNothing = '11430299MXG0000341';

const authoritiesOf: Record<string, readonly Authority[]> = {
  '430200': [
    authority(cities.zhuzhou.bureau, '430200', '株洲市公安局'),
    authority(cities.zhuzhou.branch, '430200', '株洲市民政局'),
    authority(issuesNothing, '430200', '株洲市档案馆', []),
  ],
  '430100': [authority(cities.changsha.bureau, '430100', '长沙市公安局')],
};

/** How a statement is signed, where it differs from what is right. */
export interface Signing {
  readonly iss?: string;
  readonly key?: JWK;
  readonly typ?: string;
  readonly at?: Date;
}

/** A registry's trust features over a real database, with two cities' nodes in its directory. */
export async function trustWorld(kind: DatabaseKind) {
  const test = await openTestDatabase(kind, { entities: registryEntities, migrations: registryMigrations });
  const folder = await mkdtemp(join(tmpdir(), 'kuashi-registry-'));
  const clock = new FixedClock('2026-03-02T02:00:00Z');
  const nodeKeys = {
    zhuzhou: (await generateIssuerKey()).privateJwk,
    changsha: (await generateIssuerKey()).privateJwk,
  };
  const directoryFile = await writeDirectory(folder, nodeKeys);
  const province = await generateIssuerKey();
  const signingKey = await importIssuerKey({ uri: 'urn:kuashi:province:430000', privateJwk: province.privateJwk });
  const publicKey = province.publicJwk;
  const context = new RegistryContext({ clock, signingKey, publicKey, directoryFile, url: registryUrl, seedsDir: '' });
  const directory = new PublishedDirectory(context, new ProgramLog('spec', 'silent'), testReference());
  const authorities = { of: (division: string) => authoritiesOf[division] ?? [] } as unknown as Authorities;
  const { unitOfWork } = test.database;
  const audit = new AuditLog(unitOfWork, clock);
  const versions = new TrustListVersions(context, unitOfWork);
  const accept = new AcceptStatement(context, directory, authorities, versions, audit);
  const sign = (issuers: readonly StatedIssuer[], signing: Signing = {}) =>
    signStatement(issuers, { iss: cities.zhuzhou.division, key: nodeKeys.zhuzhou, at: clock.now(), ...signing });
  return {
    ...{ clock, context, database: test.database, nodeKeys, accept, sign },
    renew: new RenewTrustList(context, versions, audit),
    published: new PublishedTrustList(context, test.database),
    /** A new certification authority over the same database, as after a restart. */
    chains: () => new CertificateChains(context, test.database, directory, audit, new SystemRandom()),
    state: async (issuers: readonly StatedIssuer[], signing?: Signing) => accept.execute(await sign(issuers, signing)),
    drop: async () => {
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The registry of a spec. */
export type TrustWorld = Awaited<ReturnType<typeof trustWorld>>;

/** A key as a node states it. */
export async function keyEntry(purpose: KeyPurpose = 'credential', more: Partial<KeyEntry> = {}): Promise<KeyEntry> {
  const { kid, publicJwk } = await generateIssuerKey();
  return { kid, jwk: publicJwk, purposes: [purpose], validFrom: '2026-03-01T00:00:00.000Z', ...more };
}

/** Zhuzhou's bureau as its node states it. */
export const stated = async (more: Partial<StatedIssuer> = {}): Promise<StatedIssuer> => ({
  authority: cities.zhuzhou.bureau,
  keys: [await keyEntry()],
  statusLists: [`${cities.zhuzhou.url}/status-lists/`],
  ...more,
});

/** A private key nobody knows. */
export const strangersKey = async (): Promise<JWK> =>
  exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);

async function signStatement(issuers: readonly StatedIssuer[], signing: Signing & { iss: string; key: JWK; at: Date }) {
  const { iss, key, typ = 'kuashi-issuer-statement+jwt', at } = signing;
  const signer = await importIssuerKey({ uri: iss, privateJwk: key });
  const statement = new SignJWT({ issuers }).setProtectedHeader({ alg: 'ES256', typ });
  return statement.setIssuer(iss).setIssuedAt(at).sign(signer.privateKey);
}

async function writeDirectory(folder: string, keys: Record<keyof typeof cities, JWK>): Promise<string> {
  const cityNodes = Object.entries(cities).map(([name, { division, url }]) => {
    const { kty, crv, x, y } = keys[name as keyof typeof cities];
    const publicKey = { kty, crv, x, y };
    return { division, kind: 'city', name: nameOf(name), url, divisions: [], keys: [publicKey] };
  });
  const [first] = cityNodes;
  const facts = { division: '430000', kind: 'province', name: nameOf('湖南省'), url: 'http://127.0.0.1:4099' };
  const province = { ...facts, divisions: [], keys: first?.keys };
  const file = join(folder, 'directory.json');
  const document = { nodes: [...cityNodes, province], registry: { url: registryUrl } };
  await writeFile(file, JSON.stringify(document));
  return file;
}
