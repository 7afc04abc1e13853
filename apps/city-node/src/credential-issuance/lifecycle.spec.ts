import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Holder } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { ApplicationRecord } from '../application/record/application-record.entity.js';
import { ApplicationState } from '../application/rules/vocabulary.js';
import { RevokeCertificate, StatusEntry } from '../certificate/index.js';
import { lin, officerOf, wang } from '../testing/certificate-world.js';
import { zhuzhou } from '../testing/test-catalogue.js';
import { WalletIssuance } from './record/wallet-issuance.entity.js';
import { answersADay } from './rules/issuable.js';
import { issuerWorld, type IssuerWorld } from './testing/issuer-world.js';
import { type TestAnswer, TestWallet } from './testing/test-wallet.js';

const register = { credential_configuration_id: 'household-register' };
const record = { credential_configuration_id: 'no-crime-record' };

describe.each(testDatabases())('certificates and their copies in wallets, on %s', (kind) => {
  let world: IssuerWorld;
  let wallet: TestWallet;

  beforeAll(async () => {
    world = await issuerWorld(kind);
    wallet = new TestWallet(world);
  }, 30_000);
  afterAll(() => world.drop());

  const proofs = async (copies = 1) => {
    const nonce = await wallet.nonce();
    return { jwt: await Promise.all(Array.from({ length: copies }, () => wallet.proof(nonce))) };
  };
  const told = ({ status, body: { error } }: TestAnswer) => ({ status, ...(error !== undefined && { error }) });
  const denied = { status: 400, error: 'credential_request_denied' };

  it('issues the newest version, and nothing of a certificate that was revoked', async () => {
    const first = await world.issue();
    const second = await world.issue({ replaces: first.id });
    const token = await wallet.tokenFor([first.id, second.id]);
    const asked = async (id: string) =>
      wallet.credential(token, { credential_identifier: id, proofs: await proofs(2) });
    expect(told(await asked(first.id))).toEqual(denied);
    expect(told(await asked(second.id))).toEqual({ status: 200 });
    const revoke = world.container.get(RevokeCertificate, { strict: false });
    await revoke.execute(officerOf(zhuzhou), { certificate: second.id, reason: '撤销' });
    expect(told(await asked(second.id))).toEqual(denied);
    // The register's own form and both copies have a place each, and the certificate's end reaches all of them.
    expect(await world.database.reads.countBy(StatusEntry, { certificate: second.id })).toBe(3);
    expect(told(await wallet.credential(await wallet.token(), { ...register, proofs: await proofs() }))).toEqual(
      denied,
    );
  });

  it('issues what several own to the one it was issued to, and to no other of them', async () => {
    const type = 'real-estate-ownership-certificate';
    const owners = [{ holder: lin }, { holder: wang }];
    await world.issue({ type, claims: { location: '神农大道399号', co_ownership: '共同共有' }, owners });
    const asked = async (holder: Holder) =>
      wallet.credential(await wallet.token({ holder, scope: `430200.${type}` }), {
        credential_configuration_id: type,
        proofs: await proofs(),
      });
    expect(told(await asked(wang))).toEqual(denied);
    expect(told(await asked(lin))).toEqual({ status: 200 });
  });

  it('issues a certificate so often in a day, and again on the next', async () => {
    const holder = 'M'.repeat(43) as Holder;
    const { id: certificate } = await world.issue({ holder });
    const ask = async () => wallet.credential(await wallet.token({ holder }), { ...register, proofs: await proofs() });
    const answer = { certificate, holder, clientId: null, issuedAt: world.clock.now(), event: null, notifiedAt: null };
    const rows = Array.from({ length: answersADay - 1 }, (_, place) => ({ ...answer, id: `answer-${place}` }));
    await world.database.unitOfWork.run((tx) => tx.insert(WalletIssuance, rows));
    expect(told(await ask())).toEqual({ status: 200 });
    expect(told(await ask())).toEqual(denied);
    world.clock.advance(86_400_000);
    expect(told(await ask())).toEqual({ status: 200 });
  });

  it('issues nothing of a certificate that has expired', async () => {
    const holder = 'E'.repeat(43) as Holder;
    await world.issue({ type: 'no-crime-record', claims: {}, holder });
    const token = (more: object) => wallet.token({ holder, scope: '430200.no-crime-record', ...more });
    expect(told(await wallet.credential(await token({}), { ...record, proofs: await proofs() }))).toEqual({
      status: 200,
    });
    world.clock.advance(31 * 86_400_000);
    const late = await token({});
    expect(told(await wallet.credential(late, { ...record, proofs: await proofs() }))).toEqual(denied);
  });

  describe('a grant whose certificate is not written yet', () => {
    const application = 'app_430200_01J00000000000000000000001';
    let transaction: string;
    const token = () => wallet.token({ scope: '430200.no-crime-record' });
    const ask = async (more: object = {}, as?: string) =>
      wallet.post(
        '/openid4vci/deferred-credential',
        { transaction_id: transaction, ...more },
        { authorization: `Bearer ${as ?? (await token())}` },
      );

    beforeEach(async () => {
      world.clock.advance(31 * 86_400_000);
      await world.database.unitOfWork.run(async (tx) => {
        await tx.delete(ApplicationRecord, { id: application });
        await tx.insert(ApplicationRecord, grant(application, world.clock.now()) as never);
      });
      const answer = await wallet.credential(await token(), { ...record, proofs: await proofs(2) });
      expect(answer).toMatchObject({ status: 202, body: { interval: 5 } });
      transaction = answer.body.transaction_id as string;
    });

    const certify = async (): Promise<string> => {
      const { id: result } = await world.issue({ type: 'no-crime-record', claims: {} });
      const state = ApplicationState.COMPLETED;
      await world.database.unitOfWork.run((tx) => tx.update(ApplicationRecord, { id: application }, { state, result }));
      return result;
    };

    it('makes the wallet wait, then hand out its certificate once', async () => {
      expect(await ask()).toMatchObject({ status: 202, body: { transaction_id: transaction, interval: 5 } });
      await certify();
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
      const issued = answers.filter(({ status }) => status === 200);
      expect(issued).toHaveLength(1);
      expect(issued[0]?.body.credentials).toHaveLength(2);
      expect(answers.filter(({ body }) => body.error === 'invalid_transaction_id')).toHaveLength(19);
      expect(told(await ask())).toEqual({ status: 400, error: 'invalid_transaction_id' });
    });

    it('is nobody else’s, and not for a token of another credential', async () => {
      const other = await wallet.token({ scope: '430200.no-crime-record', holder: wang });
      expect(told(await ask({}, other))).toEqual({ status: 400, error: 'invalid_transaction_id' });
      expect(told(await ask({}, await wallet.token()))).toEqual({ status: 403, error: 'insufficient_scope' });
      expect(told(await ask({ transaction_id: 'another' }))).toEqual({ status: 400, error: 'invalid_transaction_id' });
      expect(told(await ask({ transaction_id: undefined }))).toMatchObject({ error: 'invalid_credential_request' });
    });

    it('is denied for good when the certificate has ended in between', async () => {
      const revoke = world.container.get(RevokeCertificate, { strict: false });
      await revoke.execute(officerOf(zhuzhou), { certificate: await certify(), reason: '撤销' });
      expect(told(await ask())).toEqual(denied);
    });

    it('is forgotten after thirty days', async () => {
      world.clock.advance(30 * 86_400_000);
      expect(told(await ask())).toEqual({ status: 400, error: 'invalid_transaction_id' });
    });
  });

  describe('a notification', () => {
    let id: string;
    const notify = async (body: object, claims: object = {}) =>
      wallet.post('/openid4vci/notification', body, { authorization: `Bearer ${await wallet.token({ ...claims })}` });

    beforeEach(async () => {
      await world.issue();
      const answer = await wallet.credential(await wallet.token(), { ...register, proofs: await proofs() });
      id = answer.body.notification_id as string;
    });

    it.each(['credential_accepted', 'credential_failure', 'credential_deleted'])('of %s is kept', async (event) => {
      const body = { notification_id: id, event, event_description: 'Out of storage' };
      expect((await notify(body)).status).toBe(204);
      const kept = await world.database.reads.findOneByOrFail(WalletIssuance, { id });
      world.clock.advance(1000);
      expect((await notify(body)).status).toBe(204);
      expect(await world.database.reads.findOneByOrFail(WalletIssuance, { id })).toEqual(kept);
      expect(kept).toMatchObject({ event, clientId: 'kuashi-wallet' });
    });

    it('of what is unknown, another’s or no event is refused', async () => {
      const event = 'credential_accepted';
      const other = await notify({ notification_id: id, event }, { holder: wang });
      expect(told(other)).toEqual({ status: 400, error: 'invalid_notification_id' });
      expect(told(await notify({ notification_id: 'x', event }))).toMatchObject({ error: 'invalid_notification_id' });
      expect(told(await notify({ notification_id: id, event: 'lost' }))).toMatchObject({
        error: 'invalid_notification_request',
      });
      expect(told(await notify({ event }))).toMatchObject({ error: 'invalid_notification_request' });
    });
  });

  it('says in each copy whose list it stands in', async () => {
    await world.issue();
    const { body } = await wallet.credential(await wallet.token(), { ...register, proofs: await proofs() });
    const [{ credential }] = body.credentials as [{ credential: string }];
    const { status, iss } = decodeJwt(credential.split('~')[0] ?? '');
    expect(status).toMatchObject({ status_list: { uri: expect.stringContaining(`${world.url}/status-lists/`) } });
    expect(iss).toContain(`${world.url}/issuers/`);
  });
});

/** A case that was granted and waits for the issuing officer. */
function grant(id: string, at: Date) {
  return {
    ...{ id, applicationNo: '1', item: 'pension', implementation: '1', city: zhuzhou, competentDivision: zhuzhou },
    ...{ authority: '1', mode: 'FULLY_ONLINE', state: ApplicationState.GRANTED, acceptanceMode: null, outcome: null },
    ...{ applicant: lin, applicantKind: 'natural-person', applicantName: '林一', delivery: 'ELECTRONIC' },
    ...{ resultType: 'no-crime-record', result: null, terms: {}, clocks: {}, submittedAt: at, receivedAt: at },
  };
}
