import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabases } from '#libs/persistence';
import { SpentToken } from './record/spent-token.entity.js';
import { WalletCredential } from './record/wallet-credential.entity.js';
import { issuerWorld, type IssuerWorld } from './testing/issuer-world.js';
import { newKey, TestWallet } from './testing/test-wallet.js';

const parallel = 20;
const rounds = 100;
const times = <Value>(count: number, make: (place: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => make(place)));

describe.each(testDatabases())('what works once works once, however many use it at the same time, on %s', (kind) => {
  let world: IssuerWorld;
  let wallet: TestWallet;

  beforeAll(async () => {
    world = await issuerWorld(kind);
    wallet = new TestWallet(world);
    await world.issue();
  }, 30_000);
  afterAll(() => world.drop());

  it('issues for one of 20 requests with the same nonce, 100 times of 100', async () => {
    const token = await wallet.token();
    const keys = await times(parallel, () => newKey());
    const before = await world.database.reads.count(WalletCredential);
    for (let round = 0; round < rounds; round++) {
      const nonce = await wallet.nonce();
      const answers = await times(parallel, async (place) => {
        const proofs = { jwt: [await wallet.proof(nonce, keys[place])] };
        return wallet.credential(token, { credential_configuration_id: 'household-register', proofs });
      });
      const won = answers.filter(({ status }) => status === 200);
      const lost = answers.filter(({ status, body }) => status === 400 && body.error === 'invalid_nonce');
      expect([won.length, lost.length]).toEqual([1, parallel - 1]);
    }
    expect(await world.database.reads.count(WalletCredential)).toBe(before + rounds);
  }, 240_000);

  it('takes one of 20 requests with the same DPoP proof', async () => {
    const key = await newKey('EdDSA');
    const token = await wallet.boundToken(key);
    const path = '/openid4vci/notification';
    for (let round = 0; round < 10; round++) {
      const dpop = await wallet.dpop(path, token, key);
      const body = { notification_id: 'x'.repeat(24), event: 'credential_accepted' };
      const answers = await times(parallel, () => wallet.post(path, body, { authorization: `DPoP ${token}`, dpop }));
      const errors = answers.map(({ status, body: { error } }) => `${status} ${error as string}`).sort();
      expect(errors).toEqual(['400 invalid_notification_id', ...Array<string>(19).fill('401 invalid_dpop_proof')]);
    }
  }, 60_000);

  it('remembers what was used only as long as it would be taken', async () => {
    const remembered = () => world.database.reads.count(SpentToken);
    expect(await remembered()).toBeGreaterThanOrEqual(rounds);
    world.clock.advance(600_000);
    const proofs = { jwt: [await wallet.proof(await wallet.nonce())] };
    await wallet.credential(await wallet.token(), { credential_configuration_id: 'household-register', proofs });
    expect(await remembered()).toBe(1);
  });
});
