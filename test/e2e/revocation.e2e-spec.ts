import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const [changsha, zhuzhou] = ['430100', '430200'] as const;
const item = 'pension-transfer-resident';
const citizen = { as: 'cs-citizen-1', language: 'en' };
const officer = { as: 'zz-officer-1', language: 'en' };
/** How long another city may take to see a change. */
const deadline = 2000;

interface Held {
  id: string;
  status: string;
  expired: boolean;
  credential: string;
  type: { key: string };
}

interface Report {
  outcome: 'VALID' | 'INVALID' | 'UNDETERMINED';
  checks: { name: string; result: string; reason: string; detail: string | null }[];
}

/** Asks again until the answer is the one waited for. @returns how long it took since `start`, in milliseconds */
async function seen(start: number, isSeen: () => Promise<boolean>): Promise<number> {
  while (!(await isSeen())) {
    if (performance.now() - start > deadline) throw new Error(`not seen within ${deadline} ms`);
  }
  return performance.now() - start;
}

describe('what an issuer does to its certificate, seen from another city', () => {
  let world: World;
  let register: Held;
  let card: Held;

  const held = async (): Promise<Held[]> => {
    const query = '{ myCertificates(first: 100) { edges { node { id status expired credential type { key } } } } }';
    const { myCertificates } = await world.data<{ myCertificates: { edges: { node: Held }[] } }>(query, {}, citizen);
    return myCertificates.edges.map(({ node }) => node);
  };
  const verify = async (credential: string): Promise<Report> => {
    const { verifyCredential } = await world.data<{ verifyCredential: Report }>(
      'query ($c: String!) { verifyCredential(credential: $c) { outcome checks { name result reason detail } } }',
      { c: credential },
    );
    return verifyCredential;
  };
  const statusCheck = async (credential: string) =>
    (await verify(credential)).checks.find(({ name }) => name === 'status');
  /** Files in Changsha with the register of Zhuzhou. @returns the code of the refusal, or undefined */
  const file = async (certificate = register.id): Promise<string | undefined> => {
    const { errors } = await world.ask(
      'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }',
      {
        input: {
          item,
          division: changsha,
          applicantName: '申请人',
          materials: [
            { requirement: 'identity', certificate: card.id },
            { requirement: 'household-register', certificate },
            {
              requirement: 'application-form',
              document: { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 },
            },
          ],
        },
      },
      citizen,
    );
    return errors[0]?.extensions?.['code'] as string | undefined;
  };
  const step = async (name: string, as = officer, certificate = register.id) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    return world.ask<Record<string, { status: string }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { status } }`,
      { input: { certificate, reason: '示例理由' } },
      as,
    );
  };
  /** Takes a step, then waits until the registry and a filing in Changsha both see what it means. */
  const stepSeen = async (name: string, { reason, refusal }: { reason: string; refusal: string | undefined }) => {
    const { errors } = await step(name);
    expect(errors).toEqual([]);
    const start = performance.now();
    const times = await Promise.all([
      seen(start, async () => (await statusCheck(register.credential))?.reason === reason),
      seen(start, async () => (await file()) === refusal),
    ]);
    expect(Math.max(...times)).toBeLessThan(deadline);
  };

  beforeAll(async () => {
    world = await createWorld();
    const all = await held();
    register = all.find(({ id, type }) => type.key === 'household-register' && id.startsWith(`cert_${zhuzhou}_`))!;
    card = all.find(({ type }) => type.key === 'resident-identity-card')!;
  }, 60_000);
  afterAll(() => world.close());

  it('is valid, and serves a filing, before', async () => {
    expect(register).toMatchObject({ status: 'VALID', expired: false });
    expect((await verify(register.credential)).outcome).toBe('VALID');
    expect(await file()).toBeUndefined();
  });

  it('is refused to officers of another city and of another authority, who are told why', async () => {
    const messages: (string | undefined)[] = [];
    for (const as of ['cs-officer-1', 'zz-officer-social-1', 'zz-decider-social-1', 'cs-citizen-1']) {
      const { errors } = await step('revokeCertificate', { ...officer, as });
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
      messages.push(errors[0]?.message);
    }
    expect(messages).toEqual([
      expect.stringContaining('an authority of another city issued the certificate'),
      expect.stringContaining('only an officer of the authority that issued the certificate'),
      expect.stringContaining('issuing officer'),
      expect.stringContaining('issuing officer'),
    ]);
    expect((await verify(register.credential)).outcome).toBe('VALID');
  });

  it('is suspended, which is not revoked, and resumed', async () => {
    await stepSeen('suspendCertificate', { reason: 'SUSPENDED', refusal: 'CERTIFICATE_SUSPENDED' });
    await stepSeen('resumeCertificate', { reason: 'OK', refusal: undefined });
  });

  it('is reported lost by its holder, and found again', async () => {
    const { errors, data } = await step('reportCertificateLost', citizen);
    expect(errors).toEqual([]);
    expect(data?.['reportCertificateLost']).toEqual({ status: 'LOST' });
    expect(await statusCheck(register.credential)).toMatchObject({ result: 'FAILED', reason: 'SUSPENDED' });
    expect(await file()).toBe('CERTIFICATE_SUSPENDED');
    await stepSeen('liftCertificateLoss', { reason: 'OK', refusal: undefined });
  });

  it('cannot be determined while the source of its status is stopped: neither valid nor revoked', async () => {
    const source = `${world.programs[`node-${zhuzhou}`]}/status-lists/1`;
    await world.takeDown(zhuzhou);
    const report = await verify(register.credential);
    expect(report.outcome).toBe('UNDETERMINED');
    expect(report.checks.find(({ name }) => name === 'status')).toMatchObject({
      result: 'UNDETERMINED',
      reason: 'STATUS_SOURCE_UNREACHABLE',
      detail: source,
    });
    expect(await file()).toBe('NODE_UNREACHABLE');
    await world.bringBack();
    await seen(performance.now(), async () => (await verify(register.credential)).outcome === 'VALID');
  }, 30_000);

  it('is revoked, which another city sees within 2 s, and never comes back', async () => {
    await stepSeen('revokeCertificate', { reason: 'REVOKED', refusal: 'CERTIFICATE_REVOKED' });
    for (const name of ['resumeCertificate', 'liftCertificateLoss', 'revokeCertificate', 'suspendCertificate']) {
      const { errors } = await step(name);
      expect(errors[0]?.extensions?.['code']).toBe('CERTIFICATE_STATE_CONFLICT');
    }
    expect((await held()).find(({ id }) => id === register.id)?.status).toBe('REVOKED');
    expect((await verify(register.credential)).outcome).toBe('INVALID');
  });

  it('is told to whom it asks politely that nothing changed since it last asked', async () => {
    const list = `${world.programs[`node-${zhuzhou}`]}/status-lists/1`;
    const first = await fetch(list);
    expect(first.headers.get('cache-control')).toBe('max-age=60');
    const again = await fetch(list, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const payload = JSON.parse(Buffer.from((await first.text()).split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(payload).toMatchObject({ sub: list, ttl: 60 });
  });
});
