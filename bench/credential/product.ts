import {
  HolderKeys,
  importHolderKey,
  importIssuerKey,
  issueCredential,
  presentCredential,
  TrustList,
  verifyCredential,
  type IssueRequest,
  type KeyEntry,
  type VerificationContext,
} from '#libs/credential';
import { SystemClock, SystemRandom } from '#libs/kernel';
import type { Sample } from './sample.js';

/** The product's own library over the sample. */
export async function createProduct(sample: Sample) {
  const sources = { clock: new SystemClock(), random: new SystemRandom() };
  const request: Omit<IssueRequest, 'holderKey'> = {
    issuer: await importIssuerKey({ uri: sample.issuer, privateJwk: sample.issuerKey.privateJwk }),
    vct: sample.vct,
    identifier: sample.identifier,
    claims: { ...sample.claims },
    disclosable: sample.names,
    validFrom: new Date(sample.from * 1000),
    validUntil: new Date(sample.until * 1000),
    status: { uri: sample.statusUri, index: 42 },
  };
  const context = contextOf(sample);
  const issue = (holder: number) =>
    issueCredential({ ...request, holderKey: sample.holders[holder]?.publicJwk }, sources);
  const present = async (credential: string, holder: number) => {
    const key = await importHolderKey(sample.holders[holder]?.privateJwk ?? {});
    const { audience, nonce } = sample;
    return presentCredential(credential, { claims: sample.names, binding: { audience, nonce, key } }, sources);
  };
  const verifyWith = (given: VerificationContext) => async (presentation: string) => {
    const report = await verifyCredential(presentation, given);
    if (report.outcome !== 'valid') throw new Error(`refused: ${JSON.stringify(report.checks)}`);
    return report;
  };
  return {
    issue,
    present,
    /** A holder seen before: the imported key is kept. */
    verifyKnown: verifyWith({ ...context, holderKeys: new HolderKeys() }),
    /** A holder never seen before: nothing is kept. */
    verifyNew: verifyWith(context),
  };
}

/** The product as a contestant. */
export type Product = Awaited<ReturnType<typeof createProduct>>;

/** The trust list with the sample's issuer. */
export function trustListOf(sample: Sample): TrustList {
  const validFrom = new Date(sample.from * 1000).toISOString();
  const { issuerKey, statusKey } = sample;
  const keys: KeyEntry[] = [
    { kid: issuerKey.kid, jwk: issuerKey.publicJwk, purposes: ['credential'], validFrom },
    { kid: statusKey.kid, jwk: statusKey.publicJwk, purposes: ['status'], validFrom },
  ];
  const facts = { name: '株洲市公安局', division: '430200', level: 'municipal', types: [sample.type] };
  const issuers = [
    { authority: sample.authority, uri: sample.issuer, ...facts, statusLists: [sample.statusPrefix], keys },
  ];
  return new TrustList({ version: 1, issuedAt: validFrom, issuers });
}

/** Every check is made; the status is answered from memory, as from a list opened before. */
function contextOf(sample: Sample): VerificationContext {
  const listIssuedAt = new Date(sample.from * 1000).toISOString();
  return {
    trustList: trustListOf(sample),
    typeOf: (vct) => (vct === sample.vct ? { key: sample.type, code: sample.typeCode } : undefined),
    clock: new SystemClock(),
    readStatus: () => Promise.resolve({ outcome: 'read', status: 'valid', listIssuedAt }),
    keyBinding: { audience: sample.audience, nonce: sample.nonce, maxAgeSeconds: 3600 },
  };
}
