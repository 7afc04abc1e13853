import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Owners, type RoutingNode } from './directory.js';

const node = (division: string, divisions: string[] = []): RoutingNode => ({
  ...{ division, divisions, kind: division === '430000' ? 'province' : 'city' },
  ...{ name: { zhHans: division, zhHant: division, en: division }, url: `http://${division}.test` },
});

const owners = new Owners({
  nodes: [node('430000'), node('430100', ['430104']), node('430200')],
  registry: { url: 'http://registry.test' },
});

it('a global ID, a division code and a 22-digit number name the node that serves their division', () => {
  const named = ['app_430100_01J', '430104', '4302000000000000000001', 'app_430300_01J', 'app_430100_', '43010', 7].map(
    (key) => owners.ofKey(key)?.division,
  );
  expect(named).toEqual(['430100', '430100', '430200', undefined, undefined, undefined, undefined]);
});

it('the owners of many keys are the owner of each, however they are mixed', () => {
  const division = fc.constantFrom('430000', '430100', '430104', '430200', '430300', '999999');
  const id = fc.tuple(fc.constantFrom('app', 'cert', 'intake'), division, fc.stringMatching(/^[0-9A-Z]{1,26}$/));
  const number = fc.tuple(division, fc.stringMatching(/^\d{16}$/)).map((parts) => parts.join(''));
  const key = fc.oneof(
    id.map((parts) => parts.join('_')),
    division,
    number,
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      expect(owners.ofEach(keys)).toEqual(keys.map((each) => owners.ofKey(each)));
    }),
  );
});
