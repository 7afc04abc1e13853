import { FixedClock, SeededRandom } from '#libs/kernel';
import type { JWK } from 'jose';
import { issueCredential, type IssueRequest } from '../issue/issue-credential.js';
import { generateIssuerKey, importIssuerKey, type IssuerKey } from '../key/keys.js';
import type { VerificationReport } from '../report/report.js';
import { issueStatusListToken } from '../status/issue-status-list-token.js';
import { readStatus, type StatusSources } from '../status/read-status.js';
import { type StatusListCache } from '../status/status-list-cache.js';
import { StatusList } from '../status/status-list.js';
import type { IssuerEntry, KeyEntry } from '../trust/trust-list-content.js';
import { TrustList } from '../trust/trust-list.js';
import type { VerificationContext } from '../verify/verification-context.js';
import { verifyCredential } from '../verify/verify-credential.js';

/** A published document of the pretended network; `undefined` is a source that cannot be reached. */
export type Source = (headers: Record<string, string>) => Response | Promise<Response>;

/** An issuer of the pretended world with its keys. */
export interface WorldIssuer {
  readonly entry: IssuerEntry;
  readonly key: IssuerKey;
  readonly privateJwk: JWK;
  readonly statusKey: IssuerKey;
}

const vct = 'urn:kuashi:type:household-register';
const typeCode = '11430099MXG000018P001';

/** 株洲 and 长沙, each with an authority that may issue 户口簿 or not, a clock, a network that logs what is asked of it. */
export class CredentialWorld {
  readonly clock = new FixedClock('2026-03-02T08:00:00Z');
  readonly random = new SeededRandom(7);
  readonly list = new StatusList(1024);
  readonly requested: string[] = [];
  /** Lists read before; none unless set. */
  cache?: StatusListCache;
  timeoutMs = 3000;
  readonly sources = new Map<string, Source>();
  readonly vct = vct;
  readonly listUri = 'https://zhuzhou.example/status/1';
  readonly identifier = '1.2.156.3005.2.11430099MXG000018P001.11430299MXG0000182.2026200000001.001.6';

  constructor(
    readonly zhuzhou: WorldIssuer,
    readonly changsha: WorldIssuer,
  ) {}

  trustList(change: { issuers?: IssuerEntry[] } = {}): TrustList {
    const issuers = change.issuers ?? [this.zhuzhou.entry, this.changsha.entry];
    return new TrustList({ version: 3, issuedAt: '2026-03-01T00:00:00Z', issuers });
  }

  issue(change: Partial<IssueRequest> = {}): Promise<string> {
    const request: IssueRequest = {
      issuer: this.zhuzhou.key,
      vct,
      identifier: this.identifier,
      claims: { name: '张三', address: '株洲市天元区', members: 3, kind: '家庭户' },
      disclosable: ['name', 'address', 'members'],
      validFrom: new Date('2026-01-01T00:00:00Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
      status: { uri: this.listUri, index: 42 },
      ...change,
    };
    return issueCredential(request, this);
  }

  /** Publishes the list as it stands now. */
  async publish(change: { uri?: string; key?: IssuerKey; served?: string } = {}): Promise<string> {
    const uri = change.uri ?? this.listUri;
    const publication = { uri, key: change.key ?? this.zhuzhou.statusKey, ttlSeconds: 60, lifetimeSeconds: 3600 };
    const token = await issueStatusListToken(this.list, publication, this);
    this.sources.set(change.served ?? uri, () => new Response(token, { headers: { etag: `"${token.slice(-8)}"` } }));
    return token;
  }

  fetch: StatusSources['fetch'] = async (url, { headers, signal }) => {
    this.requested.push(url);
    const source = this.sources.get(url);
    if (source === undefined) throw new TypeError('fetch failed');
    signal.throwIfAborted();
    return source(headers);
  };

  context(change: Partial<VerificationContext> = {}): VerificationContext {
    return {
      trustList: this.trustList(),
      typeOf: (asked) => (asked === vct ? { key: 'household-register', code: typeCode } : undefined),
      clock: this.clock,
      readStatus: (reference, issuer) => readStatus(reference, issuer, this),
      ...change,
    };
  }

  verify(credential: string, change: Partial<VerificationContext> = {}): Promise<VerificationReport> {
    return verifyCredential(credential, this.context(change));
  }
}

/** A world whose status list is published. */
export async function createCredentialWorld(): Promise<CredentialWorld> {
  const zhuzhou = await createIssuer('11430299MXG0000182', '430200', 'zhuzhou', ['household-register']);
  const changsha = await createIssuer('11430199MXG000018W', '430100', 'changsha', ['business-licence']);
  const world = new CredentialWorld(zhuzhou, changsha);
  await world.publish();
  return world;
}

async function createIssuer(authority: string, division: string, city: string, types: string[]): Promise<WorldIssuer> {
  const uri = `https://${city}.example/issuers/${authority}`;
  const [signing, status] = await Promise.all([generateIssuerKey(), generateIssuerKey()]);
  const period = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2028-01-01T00:00:00Z' };
  const keys: KeyEntry[] = [
    { kid: signing.kid, jwk: signing.publicJwk, purposes: ['credential'], ...period },
    { kid: status.kid, jwk: status.publicJwk, purposes: ['status'], ...period },
  ];
  const statusLists = [`https://${city}.example/status/`];
  return {
    entry: { authority, uri, name: `${city}公安局`, division, level: 'municipal', types, statusLists, keys },
    key: await importIssuerKey({ uri, privateJwk: signing.privateJwk }),
    privateJwk: signing.privateJwk,
    statusKey: await importIssuerKey({ uri, privateJwk: status.privateJwk }),
  };
}

/** The reason of the first check that failed or could not be determined, with the check's name. */
export function objection(report: VerificationReport): string {
  const failed = report.checks.find(({ result }) => result === 'failed');
  const check = failed ?? report.checks.find(({ result }) => result === 'undetermined');
  return check ? `${check.name} ${check.reason}` : 'none';
}
