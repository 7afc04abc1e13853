import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadOrMakeKeys } from './signing-keys.js';

it('keeps the keys over a restart, in a folder and a file for the program’s own user alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kuashi-keys-'));
  const stateDir = join(folder, 'identity');
  const made = await loadOrMakeKeys(stateDir);
  expect(await loadOrMakeKeys(stateDir)).toEqual(made);
  for (const path of [stateDir, join(stateDir, 'identity-keys.json')]) expect((await stat(path)).mode & 0o077).toBe(0);
  await rm(folder, { recursive: true });
});
