import { afterEach, describe, expect, it } from '@jest/globals';
import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { parseDivisionCode, SystemClock, SystemRandom } from '#libs/kernel';
import { IdempotencyKeys, openTestDatabase, PersistenceModule, type TestDatabase, UnitOfWork } from '#libs/persistence';
import { Exchange } from './exchange.js';
import { ExchangeModule } from './exchange.module.js';
import { Outbox } from './outbox/outbox.js';
import { exchangeTestSchema } from './testing/applied-note.entity.js';
import { eventually, TestDirectory } from './testing/test-node.js';

const self = parseDivisionCode('430100');

@Injectable()
class Feature implements OnModuleInit {
  readonly heard: string[] = [];

  constructor(@Inject(Exchange) private readonly exchange: Exchange) {}

  onModuleInit(): void {
    this.exchange.onMessage('note.written', (_tx, { id }) => {
      this.heard.push(id);
      return Promise.resolve({});
    });
  }
}

@Module({ providers: [Feature] })
class FeatureModule {}

describe('persistence and exchange in a program', () => {
  let test: TestDatabase;
  afterEach(() => test.drop());

  it('are there for every feature, deliver once it runs, and close with it', async () => {
    test = await openTestDatabase('sqlite', exchangeTestSchema);
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const { kty, crv, x, y, d } = await exportJWK(privateKey);
    const directory = new TestDirectory();
    directory.nodes.set(self, { division: self, url: 'http://127.0.0.1:1', keys: [{ kty, crv, x, y }] });
    const options = { self, privateKey: { kty, crv, x, y, d }, directory };
    const program = await Test.createTestingModule({
      imports: [
        PersistenceModule.forRoot(test.database),
        ExchangeModule.forRoot({ ...options, clock: new SystemClock(), random: new SystemRandom() }),
        FeatureModule,
      ],
    }).compile();
    await program.init();
    const [unitOfWork, outbox, feature] = [program.get(UnitOfWork), program.get(Outbox), program.get(Feature)];
    expect(program.get(IdempotencyKeys)).toBeDefined();
    await unitOfWork.run((tx) => outbox.enqueue(tx, { receiver: self, type: 'note.written', payload: {}, id: 'm1' }));
    await eventually(() => Promise.resolve(feature.heard.length > 0));
    expect(feature.heard).toEqual(['m1']);
    await program.close();
    await expect(unitOfWork.run(() => Promise.resolve())).rejects.toThrow('closing');
  });
});
