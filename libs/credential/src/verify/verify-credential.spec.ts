import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateHolderKey, importHolderKey } from '../key/keys.js';
import { presentCredential } from '../present/present-credential.js';
import { checkRecognition, withCheck } from '../recognition/check-recognition.js';
import { createCredentialWorld, objection, type CredentialWorld } from '../testing/credential-world.js';

let world: CredentialWorld;
beforeAll(async () => {
  world = await createCredentialWorld();
});

describe('a credential that holds', () => {
  it('is valid, with every check passed and its content told', async () => {
    const report = await world.verify(await world.issue({ subject: 'holder-1' }));
    expect(report.checks.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'valid',
      type: 'household-register',
      identifier: world.identifier,
      issuer: { authority: '11430299MXG0000182', division: '430200' },
      subject: 'holder-1',
      claims: { name: '张三', address: '株洲市天元区', members: 3, kind: '家庭户' },
      validFrom: '2026-01-01T00:00:00.000Z',
      validUntil: '2027-01-01T00:00:00.000Z',
      checkedAt: '2026-03-02T08:00:00.000Z',
    });
  });

  it('shows only the claims that are presented', async () => {
    const presentation = await presentCredential(await world.issue(), { claims: ['address'] }, world);
    const report = await world.verify(presentation);
    expect(report.outcome).toBe('valid');
    expect(report.claims).toEqual({ address: '株洲市天元区', kind: '家庭户' });
    expect(presentation).not.toContain(Buffer.from('张三').toString('base64url').slice(2, -2));
  });

  it('is valid without an end (长期)', async () => {
    const report = await world.verify(await world.issue({ validUntil: undefined }));
    expect(report).toMatchObject({ outcome: 'valid', validUntil: undefined });
  });

  it('stays valid when its key has been retired since', async () => {
    const credential = await world.issue();
    const [signing, status] = world.zhuzhou.entry.keys;
    const keys = [{ ...signing!, validUntil: '2026-03-02T09:00:00Z' }, status!];
    const trustList = world.trustList({ issuers: [{ ...world.zhuzhou.entry, keys }] });
    expect(await world.verify(credential, { trustList })).toMatchObject({ outcome: 'valid' });
  });
});

describe('the status', () => {
  it.each([
    ['revoked', 'invalid', 'status REVOKED'],
    ['suspended', 'invalid', 'status SUSPENDED'],
    ['valid', 'valid', 'none'],
  ] as const)('%s makes the credential %s', async (status, outcome, reason) => {
    const credential = await world.issue({ status: { uri: world.listUri, index: 77 } });
    world.list.set(77, status);
    await world.publish();
    const report = await world.verify(credential);
    expect([report.outcome, objection(report)]).toEqual([outcome, reason]);
  });

  it('that cannot be read leaves it undetermined and names the source', async () => {
    const uri = 'https://zhuzhou.example/status/stopped';
    const report = await world.verify(await world.issue({ status: { uri, index: 1 } }));
    const check = report.checks.find(({ name }) => name === 'status');
    expect(report.outcome).toBe('undetermined');
    expect(check).toEqual({ name: 'status', result: 'undetermined', reason: 'STATUS_SOURCE_UNREACHABLE', detail: uri });
  });

  it('stays undetermined when the reader itself fails', async () => {
    const readStatus = () => Promise.reject(new Error('broken'));
    expect(await world.verify(await world.issue(), { readStatus })).toMatchObject({ outcome: 'undetermined' });
  });
});

describe('key binding', () => {
  const binding = { audience: 'https://xiangtan.example', nonce: 'n-1' };

  it.each(['ES256', 'EdDSA'] as const)('with a holder key of %s is checked', async (algorithm) => {
    const { publicJwk, privateJwk } = await generateHolderKey(algorithm);
    const key = await importHolderKey(privateJwk);
    const credential = await world.issue({ holderKey: publicJwk });
    const presentation = await presentCredential(credential, { claims: [], binding: { ...binding, key } }, world);
    const report = await world.verify(presentation, { keyBinding: binding });
    expect(report).toMatchObject({ outcome: 'valid', holderKey: { kty: publicJwk.kty } });
    expect(report.checks.find(({ name }) => name === 'keyBinding')).toMatchObject({ result: 'passed' });
  });

  it('has no line when it was neither asked for nor given', async () => {
    const { checks } = await world.verify(await world.issue());
    expect(checks.map(({ name }) => name)).not.toContain('keyBinding');
  });
});

describe('recognition', () => {
  it('is a further line that changes the outcome', async () => {
    const report = await world.verify(await world.issue());
    const enough = withCheck(report, checkRecognition({ granted: 'R4', needed: 'R3', rule: 'Zhuzhou → Xiangtan' }));
    const tooLow = withCheck(enough, checkRecognition({ granted: 'R2', needed: 'R3' }));
    const never = withCheck(report, checkRecognition({ granted: 'R0', needed: 'R1' }));
    expect([enough.outcome, tooLow.outcome, never.outcome]).toEqual(['valid', 'invalid', 'invalid']);
    expect(objection(tooLow)).toBe('recognition RECOGNITION_TOO_LOW');
    expect(objection(never)).toBe('recognition NOT_RECOGNISED');
    expect(tooLow.checks.filter(({ name }) => name === 'recognition')).toHaveLength(1);
  });
});
