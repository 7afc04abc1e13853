import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { FixedClock, parseDivisionCode } from '#libs/kernel';
import { EnvelopeReader } from '../envelope/envelope-reader.js';
import { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { digestOfMessage } from '../message-content.js';
import { Delivery } from './delivery.js';

const clock = new FixedClock('2026-11-23T08:00:00Z');
const [self, receiver, third] = ['430100', '430200', '430300'].map((code) => parseDivisionCode(code));
const keys = new Map<string, Awaited<ReturnType<typeof exportJWK>>>();
for (const division of [self!, receiver!, third!])
  keys.set(division, await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey));
const directory = {
  nodeOf: (division: string) => ({ division, url: '', keys: [keys.get(division)].filter((key) => key !== undefined) }),
};
const signerOf = (division: typeof self) => new EnvelopeSigner(division!, keys.get(division!) ?? {}, clock);

const message = { id: 'm1', receiver: receiver!, sequence: 7, type: 'a', issuedAt: new Date(0), payload: { b: 1 } };
const good = {
  message: 'm1',
  seq: 7,
  digest: digestOfMessage({ ...message, sender: self! }),
  outcome: 'applied',
  result: { c: 2 },
};

const deliver = (
  claims: Record<string, unknown>,
  by = receiver,
  typ: 'kuashi-receipt+jwt' | 'kuashi-answer+jwt' = 'kuashi-receipt+jwt',
) =>
  new Delivery(self!, signerOf(self), new EnvelopeReader(self!, directory, clock), () =>
    signerOf(by).sign({ typ, receiver: self!, id: 'r1' }, claims),
  ).attempt(message);

describe('a delivery', () => {
  it('is done with a receipt for this very message', async () => {
    const { receipt, jws } = await deliver(good);
    expect(receipt).toEqual({ message: 'm1', receiver, payload: { b: 1 }, outcome: 'applied', result: { c: 2 } });
    expect(jws.split('.')).toHaveLength(3);
  });

  it('is done with a refusal, whose error is one of the catalogue', async () => {
    const error = { code: 'INTAKE_UNKNOWN', params: {} };
    const { receipt } = await deliver({ ...good, outcome: 'refused', result: undefined, error });
    expect(receipt).toMatchObject({ outcome: 'refused', error: { code: 'INTAKE_UNKNOWN' } });
  });

  it.each([
    ['message', { message: 'm2' }],
    ['digest', { digest: 'other' }],
    ['digest', { digest: undefined }],
    ['outcome', { outcome: 'lost' }],
    ['outcome', { result: undefined }],
    ['outcome', { outcome: 'refused', error: { code: 'NO_SUCH_CODE', params: {} } }],
    ['outcome', { outcome: 'refused', error: { code: 'INTERNAL', params: { nested: {} } } }],
  ])('is not done when the %s of the receipt does not fit', async (reason, claims) => {
    const refused = { code: 'NODE_ANSWER_INVALID', params: { city: '430200', reason } };
    await expect(deliver({ ...good, ...claims })).rejects.toMatchObject(refused);
  });

  it('is not done with a receipt of another node, or with anything but a receipt', async () => {
    await expect(deliver(good, third)).rejects.toMatchObject({ params: { reason: 'iss' } });
    await expect(deliver(good, receiver, 'kuashi-answer+jwt')).rejects.toMatchObject({ params: { reason: 'typ' } });
  });
});
