import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { type KuashiError } from '#libs/kernel';
import { checkHead } from './check-head.js';

const listed = { permits: (origin: string) => origin === 'https://app.test' };

/** The code of the refusal; nothing when the request goes on. */
function codeOf(method: string, headers: Record<string, string>): string | undefined {
  try {
    checkHead({ method, headers: { host: 'gateway.test', ...headers } } as unknown as IncomingMessage, listed);
    return undefined;
  } catch (fault) {
    return (fault as KuashiError).code;
  }
}

describe('a body', () => {
  it.each([
    ['application/json', undefined],
    ['application/json; charset=utf-8', undefined],
    ['Application/JSON;charset="UTF-8"', undefined],
    ['application/json; charset=utf8; profile=x', undefined],
    ['application/json; charset=utf-16', 'MEDIA_TYPE_UNSUPPORTED'],
    ['application/json; charset=gb18030', 'MEDIA_TYPE_UNSUPPORTED'],
    ['application/graphql', 'MEDIA_TYPE_UNSUPPORTED'],
    ['application/jsonx', 'MEDIA_TYPE_UNSUPPORTED'],
    ['text/plain; application/json', 'MEDIA_TYPE_UNSUPPORTED'],
    ['application/x-www-form-urlencoded', 'MEDIA_TYPE_UNSUPPORTED'],
    ['', 'MEDIA_TYPE_UNSUPPORTED'],
    ['multipart/form-data; boundary=x', 'UPLOAD_UNSUPPORTED'],
  ])('of the type %p: %p', (type, code) => {
    expect(codeOf('POST', { 'content-type': type })).toBe(code);
  });

  it.each([
    ['gzip', 'CONTENT_ENCODING_UNSUPPORTED'],
    ['br, identity', 'CONTENT_ENCODING_UNSUPPORTED'],
    ['', 'CONTENT_ENCODING_UNSUPPORTED'],
    ['Identity', undefined],
  ])('encoded as %p: %p', (encoding, code) => {
    expect(codeOf('POST', { 'content-type': 'application/json', 'content-encoding': encoding })).toBe(code);
  });
});

describe('a page', () => {
  const foreign = 'ORIGIN_NOT_ALLOWED';

  it.each([
    ['of the list', 'GET', { origin: 'https://app.test', 'sec-fetch-site': 'cross-site' }, undefined],
    ['of the host itself', 'GET', { origin: 'https://gateway.test', 'sec-fetch-site': 'same-origin' }, undefined],
    ['of a stranger', 'GET', { origin: 'https://evil.test' }, foreign],
    ['that has no origin it tells', 'GET', { origin: 'null' }, foreign],
    ['of a stranger that names the host otherwise', 'GET', { origin: 'https://gateway.test.evil.test' }, foreign],
    [
      'of a stranger with an image or a script',
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      foreign,
    ],
    ['that a link leads here from', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, undefined],
    ['of a stranger with a form', 'POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, foreign],
    [
      'of the same site, without an origin',
      'GET',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
      undefined,
    ],
    ['that is none but a program', 'GET', {}, undefined],
  ])('%s', (_, method, headers: Record<string, string>, code) => {
    expect(codeOf(method, headers)).toBe(code);
  });
});
