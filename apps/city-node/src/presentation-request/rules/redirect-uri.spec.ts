import { describe, expect, it } from '@jest/globals';
import { isRedirectAllowed, withResponseCode } from './redirect-uri.js';

const origins = ['https://app.example'];

describe('where a wallet may be sent back to', () => {
  it.each([
    'http://127.0.0.1:53682/callback',
    'http://localhost:3000/',
    'http://[::1]:8080/done?case=1',
    'https://127.0.0.1/x',
    'https://app.example/done',
  ])('%s is allowed', (address) => expect(isRedirectAllowed(address, origins)).toBe(true));

  it.each([
    'https://evil.example/done',
    'http://app.example/done',
    'https://app.example:8443/done',
    'https://app.example.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://user@127.0.0.1/',
    'https://app.example/done#fragment',
    'https://app.example/done#',
    'javascript:alert(1)',
    'kuashi-app://callback',
    '/relative',
    '',
  ])('%s is not', (address) => expect(isRedirectAllowed(address, origins)).toBe(false));

  it('gets the response code beside what the address has already', () => {
    expect(withResponseCode('http://localhost:1/a?case=1&response_code=x', 'c0de')).toBe(
      'http://localhost:1/a?case=1&response_code=c0de',
    );
  });
});
