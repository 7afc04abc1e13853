import { describe, expect, it } from '@jest/globals';
import { anonymous } from '#libs/platform';
import { NodeLookup } from './node-lookup.js';

describe('objects by their global ids', () => {
  it('come in the order asked, each from the feature that owns its prefix, asked once', async () => {
    const lookup = new NodeLookup();
    const asked: string[][] = [];
    lookup.register('cert', async (ids) => {
      asked.push([...ids]);
      return ids.map((id) => (id.endsWith('hidden') ? null : { id }));
    });
    lookup.register('app', async (ids) => ids.map((id) => ({ id })));
    const ids = ['cert_430100_b', 'app_430100_a', 'cert_430100_hidden', 'what_430100_x', '', 'cert_430100_a'];
    const found = await lookup.find(ids, anonymous);
    expect(found).toEqual([{ id: ids[0] }, { id: ids[1] }, null, null, null, { id: ids[5] }]);
    expect(asked).toEqual([['cert_430100_b', 'cert_430100_hidden', 'cert_430100_a']]);
  });
});
