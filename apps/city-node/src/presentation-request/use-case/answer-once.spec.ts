import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { CertificateUseRecord } from '../../certificate-use/index.js';
import { PresentationWorld } from '../testing/presentation-world.js';

const rounds = 100;
const parallel = 20;

describe.each(testDatabases())('a request on %s', (kind) => {
  let world: PresentationWorld;
  beforeAll(async () => {
    world = await PresentationWorld.create(kind);
  });
  afterAll(() => world.close());

  it(`is answered once by ${parallel} answers at once, ${rounds} times of ${rounds}`, async () => {
    const { wallet } = await world.walletWith();
    for (let round = 0; round < rounds; round += 1) {
      const { id, uri } = await world.ask();
      const request = await wallet.read(uri);
      const body = new URLSearchParams({
        state: request.state ?? '',
        vp_token: JSON.stringify(await wallet.vpToken(request)),
      }).toString();
      const post = () => world.door(request.response_uri ?? '', { method: 'POST', body });
      const answers = await Promise.all(Array.from({ length: parallel }, post));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 400)).toHaveLength(parallel - 1);
      expect((await world.read(id)).state).toBe('VERIFIED');
    }
    expect(await world.owner.database.reads.countBy(CertificateUseRecord, { side: 'GIVEN' })).toBe(rounds);
    expect(await world.verifier.database.reads.countBy(CertificateUseRecord, { side: 'TAKEN' })).toBe(rounds);
    const received = { action: 'presentation-request.receive' };
    expect(await world.verifier.database.reads.countBy(AuditEntry, received)).toBe(rounds);
  }, 240_000);
});
