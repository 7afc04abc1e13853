import { expect, it } from '@jest/globals';
import { knowsEtag } from './knows-etag.js';

it.each([
  ['"a-1"', true],
  ['W/"a-1"', true],
  ['"b-2", W/"a-1"', true],
  ['*', true],
  [undefined, false],
  ['', false],
  ['a-1', false],
  ['"a-10"', false],
])('a tag that is sent as %s is the version at hand: %s', (header, known) => {
  expect(knowsEtag(header, '"a-1"')).toBe(known);
});
