import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

interface Certificates {
  myCertificates: { edges: { node: { id: string; credential: string; type: { key: string } } }[] };
}

const main = join(process.cwd(), 'dist', 'apps', 'verify-credential', 'src', 'main.js');

describe('a verifier for everyone', () => {
  let world: World;
  let folder: string;
  let file: string;
  let credential: string;
  let type: string;

  beforeAll(async () => {
    world = await createWorld();
    folder = mkdtempSync(join(tmpdir(), 'kuashi-verify-'));
    const held = await world.data<Certificates>(
      '{ myCertificates(cities: ["430200"], first: 1) { edges { node { id credential type { key } } } } }',
      {},
      { as: 'zz-citizen-1' },
    );
    const [first] = held.myCertificates.edges;
    credential = first?.node.credential ?? '';
    type = first?.node.type.key ?? '';
    file = join(folder, 'credential.txt');
    writeFileSync(file, `${credential}\n`);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const verify = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((ended) => {
      const anchor = join(world.stateDirectory, 'keys', 'province.public.json');
      const all = [main, file, '--anchor', anchor, '--saved', join(folder, 'saved'), ...args];
      const child = execFile(process.execPath, all, { env: { PATH: process.env['PATH'] } }, (_fault, out, err) =>
        ended({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const post = (body: object, language = 'en') =>
    fetch(`${world.gateway}/registry/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
    });

  it('answers over HTTP with every check and its reason in words', async () => {
    const answer = await post({ credential });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      outcome: 'valid',
      type,
      issuer: { division: '430200' },
      checks: expect.arrayContaining([{ name: 'status', result: 'passed', reason: 'OK', text: 'Passed' }]),
    });
    const bound = await post(
      { credential, keyBinding: { audience: 'https://verifier.example', nonce: 'n' } },
      'zh-Hans',
    );
    expect(await bound.json()).toMatchObject({ outcome: 'invalid' });
  });

  it('finds what was tampered with invalid, and a wrong request names its field', async () => {
    const tampered = credential.replace(/~[^~]/, '~X');
    expect(await (await post({ credential: tampered })).json()).toMatchObject({ outcome: 'invalid' });
    const wrong = await post({ credential, keyBinding: { audience: 'https://verifier.example' } });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { code: 'BAD_INPUT', field: 'keyBinding.nonce' }]);
  });

  it('tells wallets what the type is, with the integrity that the credential names', async () => {
    const { vct, 'vct#integrity': integrity } = JSON.parse(
      Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ) as Record<string, string>;
    const answer = await fetch(vct ?? '');
    expect(answer.headers.get('etag')).toBe(`"${integrity}"`);
    const metadata = (await answer.json()) as { vct: string; display: { locale: string }[]; schema_uri: string };
    expect(metadata).toMatchObject({ vct, display: [{ locale: 'zh-Hans' }, { locale: 'zh-Hant' }, { locale: 'en' }] });
    expect((await fetch(metadata.schema_uri)).status).toBe(200);
  });

  it('verifies a file by saved documents, without any program being asked', async () => {
    const unknown = await verify();
    expect([unknown.code, unknown.err]).toEqual([64, expect.stringContaining('directory.jwt')]);
    const saved = await verify('--save', world.programs['registry'] ?? '');
    expect([saved.code, saved.out]).toEqual([0, expect.stringContaining('valid as of')]);
    await world.takeDown('430200');
    const offline = await verify('--json');
    await world.bringBack();
    const sources = { trustListVersion: expect.any(Number), statusListIssuedAt: expect.any(String) };
    expect([offline.code, JSON.parse(offline.out)]).toMatchObject([0, { outcome: 'valid', type, sources }]);
    expect(saved.out).toMatch(/^status list: of /m);
  });

  it('does not determine anything by a list that is out of date', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const { code, out } = await verify('--at', later, '--language', 'en');
    expect([code, out]).toEqual([2, expect.stringContaining('undetermined as of')]);
    expect(out).toMatch(/\? status .*status-lists/);
  });

  it('explains a wrong command', async () => {
    expect(await verify('--audience', 'x')).toMatchObject({ code: 64, err: expect.stringContaining('--nonce') });
    expect(await verify('--save', 'nowhere')).toMatchObject({
      code: 64,
      err: expect.stringContaining('--save nowhere'),
    });
    expect(await verify('--save', 'http://127.0.0.1:1')).toMatchObject({
      ...{ code: 64, err: expect.stringContaining('cannot be reached') },
    });
    expect(await verify('--anchor', file)).toMatchObject({ code: 64, err: expect.stringContaining('--anchor') });
    expect(await verify('--colour')).toMatchObject({ code: 64, err: expect.stringContaining('--colour') });
  });
});
