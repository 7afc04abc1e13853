import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { explain } from '../program/run-main.js';
import { readJwkFile, readSecretFile } from './key-files.js';

describe('a key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string): string => {
    const file = join(folder, 'key');
    writeFileSync(file, content);
    return file;
  };
  const wordsOf = (read: () => unknown): string => {
    try {
      return JSON.stringify(read());
    } catch (fault) {
      return explain(fault);
    }
  };

  it('holds a JWK or bytes', () => {
    expect(readJwkFile(fileOf('{"kty":"EC"}'))).toEqual({ kty: 'EC' });
    expect(readSecretFile(fileOf(Buffer.alloc(32, 7).toString('base64url')))).toHaveLength(32);
  });

  it.each([
    ['is missing', () => readJwkFile(join(folder, 'none')), 'cannot be read'],
    ['is no JSON', () => readJwkFile(fileOf('secret')), 'is not JSON'],
    ['is no JWK', () => readJwkFile(fileOf('{"secret":1}')), 'holds no JWK'],
    ['with bytes is missing', () => readSecretFile(join(folder, 'none')), 'cannot be read'],
    ['is too short', () => readSecretFile(fileOf('secret')), 'must hold 32 bytes'],
  ])('that %s is a bad setting, in words and without its content', (_, read, words) => {
    const text = wordsOf(read);
    expect(text).toContain('SETTING_INVALID');
    expect(text).toContain(words);
    expect(text).not.toMatch(/secret|\n\s+at /);
  });
});
