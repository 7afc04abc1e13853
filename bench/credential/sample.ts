import {
  certificateTypeUri,
  generateHolderKey,
  generateIssuerKey,
  issuerUri,
  type GeneratedKey,
  type JsonObject,
} from '#libs/credential';
import { createCertificateIdentifier } from '#libs/kernel';

/** Eight claims of a household register (居民户口簿), all of them hidden; nobody's. */
const claims = {
  holder_name: '林一',
  holder_id_number: '430199198402290121',
  household_number: '430203000012345',
  household_type: '家庭户',
  householder_name: '林一',
  relation_to_householder: '户主',
  registered_address: '湖南省株洲市天元区神农大道399号12栋3单元501室',
  birth_date: '1984-02-29',
} as const satisfies JsonObject;

const authority = '11430299MXG0000182';
const typeCode = '11430099MXG000018P001';
const nodeUrl = 'https://zhuzhou.example';

/** What all contestants issue and verify: one issuer, one kind of certificate, holders with keys of their own. */
export interface Sample {
  readonly claims: typeof claims;
  readonly names: readonly (keyof typeof claims)[];
  readonly authority: string;
  readonly typeCode: string;
  readonly type: string;
  readonly issuer: string;
  readonly vct: string;
  readonly identifier: string;
  readonly statusPrefix: string;
  readonly statusUri: string;
  readonly issuerKey: GeneratedKey;
  readonly statusKey: GeneratedKey;
  readonly holders: readonly GeneratedKey[];
  /** Unix seconds of issue, and of the last day's end. */
  readonly from: number;
  readonly until: number;
  readonly audience: string;
  readonly nonce: string;
}

const day = 86_400;

/** Draws the keys of a run. */
export async function createSample(holders: number): Promise<Sample> {
  const now = Math.floor(Date.now() / 1000);
  const statusPrefix = `${nodeUrl}/status-lists/`;
  return {
    ...{ claims, authority, typeCode, statusPrefix, type: 'household-register' },
    names: Object.keys(claims) as (keyof typeof claims)[],
    issuer: issuerUri(nodeUrl, authority),
    vct: certificateTypeUri('https://registry.example', 'household-register'),
    identifier: createCertificateIdentifier({ typeCode, issuer: authority, serial: '2026200000001', version: 1 }).value,
    statusUri: `${statusPrefix}1`,
    issuerKey: await generateIssuerKey(),
    statusKey: await generateIssuerKey(),
    holders: await Promise.all(Array.from({ length: holders }, () => generateHolderKey('ES256'))),
    ...{ from: now - day, until: now + 365 * day },
    ...{ audience: 'https://xiangtan.example', nonce: 'n-0S6_WzA2Mj' },
  };
}
