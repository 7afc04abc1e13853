import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Library } from './fixture/library.js';
import { QueryWriter } from './fixture/write-query.js';

let library: Library;
beforeAll(async () => {
  const limits = {
    hopLevels: 12,
    aliases: 500,
    plannedFields: 100_000,
    depth: 60,
    directives: 1000,
    mergeDeadline: 10_000,
    readDeadline: 10_000,
  };
  library = await Library.open({ limits });
});
afterAll(() => library.close());

const tape = fc.array(fc.nat(5039), { minLength: 20, maxLength: 300 });

it('the spliced answer to any query equals the answer over all records at once, errors in their places', async () => {
  await fc.assert(
    fc.asyncProperty(tape, async (numbers) => {
      const writer = new QueryWriter(library.engine.schema, numbers);
      const query = writer.write();
      const [answer, expected] = [
        await library.ask(query, writer.variables),
        await library.expected(query, writer.variables),
      ];
      const whole = JSON.parse(JSON.stringify(expected)) as typeof expected;
      expect({ query, data: answer.data, paths: pathsOf(answer) }).toEqual({
        query,
        data: whole.data,
        paths: pathsOf(whole),
      });
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
    }),
    { numRuns: 250 },
  );
}, 120_000);

function pathsOf({ errors }: { errors?: readonly { readonly path?: readonly unknown[] }[] }): string[] {
  return (errors ?? []).map(({ path }) => JSON.stringify(path)).sort();
}
