import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { KuashiError, SystemClock } from '#libs/kernel';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { verifyAuditChain } from '../audit/verify-audit-chain.js';
import { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { TestDirectory, TestNode } from '../testing/test-node.js';
import type { Question } from './question.js';

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('questions between two nodes over HTTP', () => {
  let changsha: TestNode;
  let zhuzhou: TestNode;
  let directory: TestDirectory;
  const asked: Question[] = [];
  const purpose = { item: 'pension-transfer-resident', caseReference: 'app_430100_1', basis: 'application' };

  beforeEach(async () => {
    directory = new TestDirectory();
    changsha = await TestNode.create('sqlite', '430100', directory);
    zhuzhou = await TestNode.create('sqlite', '430200', directory);
    await changsha.up();
    await zhuzhou.up();
    asked.length = 0;
    const { exchange } = zhuzhou.parts;
    exchange.onQuestion('certificate.search', (question) => {
      asked.push(question);
      return Promise.resolve({ certificates: ['cert_430200_1'] });
    });
    exchange.onQuestion('certificate.present', () =>
      Promise.reject(new KuashiError('CERTIFICATE_REVOKED', { field: 'certificate', params: { city: '430200' } })),
    );
    exchange.onQuestion('certificate.broken', () => Promise.reject(new TypeError('of no concern to others')));
  });
  afterEach(() => Promise.all([changsha.destroy(), zhuzhou.destroy()]));

  const ask = (type: string, timeoutMs?: number) =>
    changsha.parts.exchange.ask(zhuzhou.division, type, { purpose, payload: { holder: 'h1' } }, { timeoutMs });
  const log = async (node: TestNode) =>
    (await node.database.reads.find(AuditEntry)).map(({ actor, action, subject, details }) => ({
      ...{ actor, action, subject },
      ...(JSON.parse(details) as Record<string, unknown>),
    }));

  it('are answered, bound to their purpose and written down on both sides without what was said', async () => {
    expect(await ask('certificate.search')).toEqual({ certificates: ['cert_430200_1'] });
    expect(asked).toMatchObject([{ sender: '430100', type: 'certificate.search', payload: { holder: 'h1' }, purpose }]);
    const entry = {
      actor: 'node:430100',
      subject: 'app_430100_1',
      question: asked[0]?.id,
      type: 'certificate.search',
      item: 'pension-transfer-resident',
      basis: 'application',
      outcome: 'answered',
    };
    expect(await log(zhuzhou)).toEqual([{ ...entry, action: 'question.answered' }]);
    expect(await log(changsha)).toEqual([{ ...entry, action: 'question.asked', receiver: '430200' }]);
    expect(await verifyAuditChain(zhuzhou.database.reads)).toMatchObject({ intact: true, entries: 1 });
  });

  it('bring back the error of the other side by its code, its field and its parameters', async () => {
    const error = await ask('certificate.present').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KuashiError);
    expect(error).toMatchObject({ code: 'CERTIFICATE_REVOKED', field: 'certificate', params: { city: '430200' } });
    expect(await log(changsha)).toMatchObject([{ outcome: 'CERTIFICATE_REVOKED' }]);
  });

  it('bring back nothing of a failure inside the other node but that there was one', async () => {
    await expect(ask('certificate.broken')).rejects.toMatchObject({ code: 'INTERNAL', params: {} });
  });

  it('that nobody answers are refused', async () => {
    await expect(ask('certificate.sing')).rejects.toMatchObject({ code: 'QUESTION_REFUSED' });
  });

  it('to a node that is down, silent, busy or not in the directory end with its name', async () => {
    const params = { city: '430200' };
    zhuzhou.faults.push(() => 'hang');
    await expect(ask('certificate.search', 100)).rejects.toMatchObject({ code: 'NODE_TIMEOUT', params });
    await zhuzhou.down();
    await expect(ask('certificate.search')).rejects.toMatchObject({ code: 'NODE_UNREACHABLE', params });
    directory.nodes.delete('430200');
    await expect(ask('certificate.search')).rejects.toMatchObject({ code: 'NODE_UNREACHABLE', params });
    expect(await log(changsha)).toMatchObject([
      { outcome: 'NODE_TIMEOUT' },
      { outcome: 'NODE_UNREACHABLE' },
      { outcome: 'NODE_UNREACHABLE' },
    ]);
  });

  it('trust no answer that the other node has not signed for this question', async () => {
    zhuzhou.faults.push(() => 200);
    await expect(ask('certificate.search')).rejects.toMatchObject({ code: 'NODE_ANSWER_INVALID' });
    const { receiveQuestion } = zhuzhou.parts.exchange;
    let first: ReturnType<typeof receiveQuestion> | undefined;
    zhuzhou.parts.exchange.receiveQuestion = (jws) => (first ??= receiveQuestion.call(zhuzhou.parts.exchange, jws));
    await ask('certificate.search');
    await expect(ask('certificate.search')).rejects.toMatchObject({ code: 'NODE_ANSWER_INVALID' });
  });

  it('to the node itself take no detour and are written down all the same', async () => {
    await zhuzhou.down();
    const own = await zhuzhou.parts.exchange.ask(zhuzhou.division, 'certificate.search', { purpose, payload: {} });
    expect(own).toEqual({ certificates: ['cert_430200_1'] });
    expect(await log(zhuzhou)).toMatchObject([{ action: 'question.answered' }, { action: 'question.asked' }]);
  });

  it('are refused inside a unit of work', async () => {
    await expect(changsha.database.unitOfWork.run(() => ask('certificate.search'))).rejects.toThrow('inside another');
  });

  const signed = (claims: Record<string, unknown>, lifetime: number | undefined = 30) =>
    new EnvelopeSigner(changsha.division, changsha.privateKey, new SystemClock()).sign(
      { typ: 'kuashi-question+jwt', receiver: zhuzhou.division, id: 'q1', lifetime },
      { type: 'certificate.search', purpose, payload: {}, ...claims },
    );
  const receive = (jws: string) => zhuzhou.parts.exchange.receiveQuestion(jws);

  it('are answered once: overheard and repeated they bring nothing', async () => {
    const jws = await signed({});
    expect(decodeJwt((await receive(jws)).body)).toMatchObject({ question: 'q1', aud: '430100' });
    await expect(receive(jws)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason: 'jti' } });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['purpose', { purpose: undefined }],
    ['item', { purpose: { ...purpose, item: '' } }],
    ['caseReference', { purpose: { ...purpose, caseReference: undefined } }],
    ['basis', { purpose: { ...purpose, basis: 7 } }],
    ['payload', { payload: 'text' }],
    ['type', { type: undefined }],
  ])('without a proper %s are refused before anybody is asked', async (reason, claims) => {
    await expect(receive(await signed(claims))).rejects.toMatchObject({ code: 'ENVELOPE_INVALID', params: { reason } });
    expect(asked).toHaveLength(0);
  });
});
