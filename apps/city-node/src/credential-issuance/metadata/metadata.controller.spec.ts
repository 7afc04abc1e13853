import { describe, expect, it } from '@jest/globals';
import { prefersJwt } from './metadata.controller.js';

describe('signed metadata', () => {
  it.each([
    ['application/jwt', true],
    ['application/jwt, application/json;q=0.9', true],
    ['application/json, application/jwt;q=0.5', false],
    ['application/jwt;q=0.5, application/json', false],
    ['application/json, application/jwt', false],
    ['application/jwt;q=0', false],
    ['*/*', false],
    [undefined, false],
  ])('for Accept: %s: %s', (accept, signed) => {
    expect(prefersJwt(accept)).toBe(signed);
  });
});
