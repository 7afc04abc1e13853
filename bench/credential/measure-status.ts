import { deepStrictEqual } from 'node:assert';
import type * as Jose from 'jose';
import { importIssuerKey, issueStatusListToken, openStatusListToken, StatusList } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { compare, print, ratio, type Effort } from '../compare.js';
import { peer } from '../peers/peers.js';
import { trustListOf } from './product.js';
import type { Sample } from './sample.js';

/** What is used of `@sd-jwt/jwt-status-list`. */
interface StatusLibrary {
  readonly StatusList: new (values: number[], bits: 2) => LibraryList;
  createHeaderAndPayload<Header>(
    list: LibraryList,
    payload: object,
    header: Header,
  ): { header: Header; payload: object };
  getListFromStatusListJWT(jwt: string): LibraryList;
}

interface LibraryList {
  getStatus(index: number): number;
  setStatus(index: number, value: number): void;
}

const size = 2 ** 20;
/** One entry in fifty has ended, anywhere in the list (indices are drawn): three of four of those revoked, the rest suspended. */
const values = Array.from({ length: size }, () => (Math.random() < 0.02 ? (Math.random() < 0.75 ? 1 : 2) : 0));
const flipped = values.indexOf(0);
const words = ['valid', 'revoked', 'suspended'] as const;

/** A status list of 2^20: flip an entry and sign it anew, and verify and open a token; `@sd-jwt/jwt-status-list` beside it. */
export async function measureStatus(sample: Sample, effort: Effort) {
  const product = await createProduct(sample);
  const library = await createLibrary(sample);
  const [ours, theirs] = [await product.republish(flipped), await library.republish(flipped)];
  for (const token of [ours, theirs]) await expectSameReading(token, product.open, library.open);
  let index = 0;
  const next = () => (index = (index + 7919) % size);
  const republish = await compare(
    { product: () => product.republish(next()), library: () => library.republish(next()) },
    effort,
  );
  const open = await compare({ product: () => product.open(ours), library: () => library.open(theirs) }, effort);
  print('status list of 2^20: flip and republish', republish);
  print('status list of 2^20: verify and open', open);
  return {
    statusRepublishVsLibrary: ratio(republish, 'product', 'library'),
    statusOpenVsLibrary: ratio(open, 'product', 'library'),
  };
}

async function createProduct(sample: Sample) {
  const clock = new SystemClock();
  const key = await importIssuerKey({ uri: sample.issuer, privateJwk: sample.statusKey.privateJwk });
  const issuer = trustListOf(sample).issuerOf(sample.authority);
  if (issuer === undefined) throw new Error('the sample has an issuer');
  const list = new StatusList(size);
  for (let index = 0; index < size; index += 1) list.set(index, words[values[index] ?? 0] ?? 'valid');
  const publication = { uri: sample.statusUri, key, ttlSeconds: 60, lifetimeSeconds: 600 };
  return {
    republish: (index: number) => {
      list.set(index, list.get(index) === 'revoked' ? 'suspended' : 'revoked');
      return issueStatusListToken(list, publication, { clock });
    },
    open: async (token: string) => {
      const { list: read } = await openStatusListToken(token, sample.statusUri, issuer, { clock });
      return (index: number) => words.indexOf(read.get(index) ?? 'valid');
    },
  };
}

async function createLibrary(sample: Sample) {
  const peers = await peer<StatusLibrary>('@sd-jwt/jwt-status-list');
  const jose = await peer<typeof Jose>('jose');
  const privateKey = await jose.importJWK(sample.statusKey.privateJwk, 'ES256');
  const publicKey = await jose.importJWK(sample.statusKey.publicJwk, 'ES256');
  const list = new peers.StatusList([...values], 2);
  return {
    republish: (index: number) => {
      list.setStatus(index, list.getStatus(index) === 1 ? 2 : 1);
      const iat = Math.floor(Date.now() / 1000);
      const claims = { iss: sample.issuer, sub: sample.statusUri, iat, exp: iat + 600, ttl: 60 };
      const protectedHeader = { alg: 'ES256', typ: 'statuslist+jwt', kid: sample.statusKey.kid } as const;
      const { header, payload } = peers.createHeaderAndPayload(list, claims, protectedHeader);
      return new jose.CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header).sign(privateKey);
    },
    open: async (token: string) => {
      await jose.compactVerify(token, publicKey, { algorithms: ['ES256'] });
      const read = peers.getListFromStatusListJWT(token);
      return (index: number) => read.getStatus(index);
    },
  };
}

type Open = (token: string) => Promise<(index: number) => number>;

/** Both read the same statuses from a token. */
async function expectSameReading(token: string, one: Open, other: Open): Promise<void> {
  const [ours, theirs] = [await one(token), await other(token)];
  deepStrictEqual([ours(flipped), theirs(flipped)], [1, 1]);
  for (let index = 0; index < size; index += 1)
    if (ours(index) !== theirs(index)) throw new Error(`two readings of entry ${index}`);
}
