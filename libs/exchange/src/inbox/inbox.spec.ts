import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { SystemClock } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { messageClaims, type MessageContent } from '../message-content.js';
import { AppliedNote } from '../testing/applied-note.entity.js';
import { TestDirectory, TestNode } from '../testing/test-node.js';
import { InboxMessage } from './inbox-message.entity.js';

describe.each(testDatabases())('the inbox on %s', (kind) => {
  let changsha: TestNode;
  let zhuzhou: TestNode;
  let handled = 0;

  beforeEach(async () => {
    const directory = new TestDirectory();
    changsha = await TestNode.create(kind, '430100', directory);
    zhuzhou = await TestNode.create(kind, '430200', directory);
    await changsha.up();
    await zhuzhou.up();
    handled = 0;
    zhuzhou.parts.exchange.onMessage('note.written', async (tx, { payload }) => {
      handled += 1;
      await tx.insert(AppliedNote, { id: String(payload.id), position: handled });
      if (payload.fails === handled) throw new Error('for the moment');
      return { position: handled };
    });
  });
  afterEach(() => Promise.all([changsha.destroy(), zhuzhou.destroy()]));

  const envelope = (content: Partial<MessageContent> = {}) => {
    const message = {
      id: 'm1',
      sequence: 1,
      type: 'note.written',
      issuedAt: new Date(0),
      payload: { id: 'a' },
      ...content,
    };
    const signer = new EnvelopeSigner(changsha.division, changsha.privateKey, new SystemClock());
    const address = { typ: 'kuashi-message+jwt', receiver: zhuzhou.division, id: message.id } as const;
    const { division: sender } = changsha;
    return signer.sign(address, messageClaims({ ...message, sender, receiver: zhuzhou.division }));
  };
  const receive = async (jws: string) => decodeJwt((await zhuzhou.parts.exchange.receiveMessage(jws)).body);
  const notes = () => zhuzhou.database.reads.count(AppliedNote);

  it('applies a message once on 20 parallel deliveries, and every receipt says the same', async () => {
    const jws = await envelope();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => receive(jws)));
    expect(await notes()).toBe(1);
    expect(handled).toBe(1);
    expect(new Set(receipts.map(({ outcome, result }) => JSON.stringify([outcome, result]))).size).toBe(1);
    expect(receipts[0]).toMatchObject({ outcome: 'applied', result: { position: 1 }, message: 'm1', seq: 1 });
  });

  it('keeps the envelope as the proof of what was said', async () => {
    const jws = await envelope();
    await receive(jws);
    await receive(await envelope());
    expect(await zhuzhou.database.reads.find(InboxMessage)).toMatchObject([{ envelope: jws, outcome: 'applied' }]);
  });

  it('remembers nothing of a message that failed for the moment, and applies it the next time', async () => {
    const jws = await envelope({ payload: { id: 'a', fails: 1 } });
    await expect(receive(jws)).rejects.toThrow('for the moment');
    expect([await notes(), await zhuzhou.database.reads.count(InboxMessage)]).toEqual([0, 0]);
    expect(await receive(jws)).toMatchObject({ outcome: 'applied' });
    expect(await notes()).toBe(1);
  });

  it('refuses the same id with another content', async () => {
    await receive(await envelope());
    const other = await envelope({ payload: { id: 'b' } });
    await expect(receive(other)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason: 'jti' } });
    expect(await notes()).toBe(1);
  });

  it('gives no receipt for a type that nobody here knows, so that the sender keeps the message', async () => {
    const unknown = receive(await envelope({ type: 'note.sung' }));
    await expect(unknown).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason: 'type' } });
    expect(await zhuzhou.database.reads.count(InboxMessage)).toBe(0);
  });
});
