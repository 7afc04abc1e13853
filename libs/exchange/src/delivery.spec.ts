import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { KuashiError } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { InboxMessage } from './inbox/inbox-message.entity.js';
import type { MessageHandler } from './inbox/message.js';
import type { DeliveryReceipt } from './outbox/delivery-receipt.js';
import { OutboxLine } from './outbox/outbox-line.entity.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { AppliedNote } from './testing/applied-note.entity.js';
import { eventually, TestDirectory, TestNode } from './testing/test-node.js';

// Failures are what some of these specs are about: their log lines would only hide a real one.
beforeAll(() => {
  Logger.overrideLogger(false);
});

const writeNote: MessageHandler = async (tx, { payload }) => {
  const position = await tx.count(AppliedNote);
  await tx.insert(AppliedNote, { id: String(payload.id), position });
  return { position };
};

describe.each(testDatabases())('messages between two nodes over HTTP, on %s', (kind) => {
  let changsha: TestNode;
  let zhuzhou: TestNode;

  beforeEach(async () => {
    const directory = new TestDirectory();
    changsha = await TestNode.create(kind, '430100', directory);
    zhuzhou = await TestNode.create(kind, '430200', directory);
    zhuzhou.parts.exchange.onMessage('note.written', writeNote);
    await changsha.up();
    await zhuzhou.up();
  });
  afterEach(() => Promise.all([changsha.destroy(), zhuzhou.destroy()]));

  const send = (id: string, from = changsha, to = zhuzhou) =>
    from.database.unitOfWork.run((tx) =>
      from.parts.outbox.enqueue(tx, { receiver: to.division, type: 'note.written', payload: { id }, id }),
    );
  const applied = async (node = zhuzhou) =>
    (await node.database.reads.find(AppliedNote, { order: { position: 'ASC' } })).map(({ id }) => id);
  const settled = () =>
    eventually(async () => (await changsha.database.reads.find(OutboxMessage)).every(({ settledAt }) => settledAt));

  it('arrive in order, once, and leave a signed receipt', async () => {
    await changsha.parts.dispatcher.start();
    const ids = Array.from({ length: 12 }, (_, n) => `note-${n}`);
    for (const id of ids) await send(id);
    await settled();
    expect(await applied()).toEqual(ids);
    const sent = await changsha.database.reads.find(OutboxMessage, { order: { sequence: 'ASC' } });
    expect(sent.map(({ sequence, outcome }) => [sequence, outcome])).toEqual(ids.map((_, n) => [n + 1, 'applied']));
    expect(decodeJwt(sent[3]?.receipt ?? '')).toMatchObject({
      iss: '430200',
      aud: '430100',
      message: 'note-3',
      outcome: 'applied',
      result: { position: 3 },
    });
  });

  it('wait while the receiver is down, survive a restart of the sender, and arrive when it is back', async () => {
    await zhuzhou.down();
    await changsha.parts.dispatcher.start();
    for (const id of ['a', 'b']) await send(id);
    const line = () => changsha.database.reads.findOneBy(OutboxLine, { receiver: '430200' });
    await eventually(async () => ((await line())?.failures ?? 0) >= 2);
    expect(await line()).toMatchObject({ lastError: 'NODE_UNREACHABLE', lastSequence: 2 });
    await changsha.restart();
    await send('c');
    await changsha.parts.dispatcher.start();
    await zhuzhou.up();
    await settled();
    expect(await applied()).toEqual(['a', 'b', 'c']);
    expect(await line()).toMatchObject({ failures: 0, nextAttemptAt: null, lastError: null });
  });

  it('come with the change that they tell of or not at all', async () => {
    await changsha.parts.dispatcher.start();
    const failing = changsha.database.unitOfWork.run(async (tx) => {
      await changsha.parts.outbox.enqueue(tx, {
        receiver: zhuzhou.division,
        type: 'note.written',
        payload: { id: 'a' },
      });
      throw new Error('the change fails');
    });
    await expect(failing).rejects.toThrow('the change fails');
    await send('b');
    await settled();
    expect(await applied()).toEqual(['b']);
    expect((await changsha.database.reads.find(OutboxMessage)).map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('are numbered without a gap by concurrent units, and arrive by number', async () => {
    await changsha.parts.dispatcher.start();
    const units = Array.from({ length: 30 }, async (_, n) => {
      await changsha.database.unitOfWork.run(async (tx) => {
        await changsha.parts.auditLog.append(tx, { actor: 'a', action: 'b', subject: `${n}` });
        await changsha.parts.outbox.enqueue(tx, {
          receiver: zhuzhou.division,
          type: 'note.written',
          payload: { id: `n${n}` },
        });
        if (n % 3 === 0) throw new Error('half-way');
      });
    });
    await Promise.allSettled(units);
    await settled();
    const sent = await changsha.database.reads.find(OutboxMessage, { order: { sequence: 'ASC' } });
    expect(sent.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await applied()).toEqual(sent.map(({ payload }) => payload.id));
  });

  it('are applied once although the receipts are lost on the way', async () => {
    zhuzhou.faults.push(() => 500);
    const lost = zhuzhou.parts.exchange.receiveMessage.bind(zhuzhou.parts.exchange);
    let losses = 2;
    zhuzhou.parts.exchange.receiveMessage = async (jws) => {
      const receipt = await lost(jws);
      if (losses > 0) {
        losses -= 1;
        throw new Error('the connection breaks');
      }
      return receipt;
    };
    await changsha.parts.dispatcher.start();
    await send('a');
    await send('b');
    await settled();
    expect(await applied()).toEqual(['a', 'b']);
  });

  it('that are refused for good leave no effect but a receipt that says so, and let the next one pass', async () => {
    zhuzhou.parts.exchange.onMessage('note.refused', async (tx, message) => {
      await writeNote(tx, message);
      throw new KuashiError('INTAKE_UNKNOWN', { field: 'intake' });
    });
    const receipts: DeliveryReceipt[] = [];
    const onReceipt = (_tx: unknown, receipt: DeliveryReceipt) => Promise.resolve(void receipts.push(receipt));
    changsha.parts.exchange.onReceipt('note.refused', onReceipt);
    await changsha.parts.dispatcher.start();
    const refused = { receiver: zhuzhou.division, type: 'note.refused', payload: { id: 'x' }, id: 'm1' };
    await changsha.database.unitOfWork.run((tx) => changsha.parts.outbox.enqueue(tx, refused));
    await send('b');
    await settled();
    expect(await applied()).toEqual(['b']);
    expect(receipts).toMatchObject([
      {
        message: 'm1',
        receiver: '430200',
        payload: { id: 'x' },
        outcome: 'refused',
        error: { code: 'INTAKE_UNKNOWN' },
      },
    ]);
    expect(await zhuzhou.database.reads.findOneBy(InboxMessage, { id: 'm1' })).toMatchObject({ outcome: 'refused' });
  });

  it('tell the sender what came of them in the unit that stores the receipt', async () => {
    let attempts = 0;
    changsha.parts.exchange.onReceipt('note.written', async (tx, receipt) => {
      attempts += 1;
      const position = receipt.outcome === 'applied' ? Number(receipt.result.position) : -1;
      await tx.insert(AppliedNote, { id: `receipt-of-${receipt.message}`, position });
      if (attempts === 1) throw new Error('fails the first time');
    });
    await changsha.parts.dispatcher.start();
    await send('a');
    await settled();
    expect(attempts).toBe(2);
    expect(await applied()).toEqual(['a']);
    expect(await applied(changsha)).toEqual(['receipt-of-a']);
  });

  it('to the node itself need no network', async () => {
    changsha.parts.exchange.onMessage('note.written', writeNote);
    await changsha.down();
    await changsha.parts.dispatcher.start();
    await send('a', changsha, changsha);
    await settled();
    expect(await applied(changsha)).toEqual(['a']);
  });
});
