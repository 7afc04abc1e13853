import { deepStrictEqual } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FindCertificates } from '../../apps/city-node/src/certificate/index.js';
import { compare, print, ratio, type Effort, type Rates } from '../compare.js';
import type { Product } from './product.js';
import { benchNode, createRegister, type Register } from './register.js';
import type { Sample } from './sample.js';

const few = 10_000;
const many = 1_000_000;
const searches = 10_000;

/** Finds certificates by identifier, holder and number in a node of a million and in one of ten thousand. */
export async function measureLookup(sample: Sample, product: Product, effort: Effort) {
  const folder = mkdtempSync(join(tmpdir(), 'kuashi-bench-'));
  try {
    const credential = await product.issue(0);
    const small = await createRegister(folder, few, sample, credential);
    process.stdout.write(`filling a register with ${many} certificates …\n`);
    const large = await createRegister(folder, many, sample, credential);
    const worst = await compareRegisters(small, large, sample, effort);
    await Promise.all([small.database.close(), large.database.close()]);
    return { lookupMillionOverTenThousand: worst };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The worst of the three ways to find one. */
async function compareRegisters(small: Register, large: Register, sample: Sample, effort: Effort): Promise<number> {
  const [inSmall, inLarge] = [finders(small, sample), finders(large, sample)];
  for (const each of [inSmall, inLarge]) await each.expectAnswers();
  const ways = ['byIdentifier', 'byHolder', 'byNumber'] as const;
  const figures: number[] = [];
  for (const way of ways) {
    const rates: Rates<'million' | 'ten thousand'> = await compare(
      { million: inLarge[way], 'ten thousand': inSmall[way] },
      effort,
    );
    print(`find in a node's register ${way}`, rates);
    figures.push(ratio(rates, 'ten thousand', 'million'));
  }
  return Math.max(...figures);
}

/** The product's own use case, asked for certificates from all over the register. */
function finders({ size, database, known }: Register, { type }: Sample) {
  const find = new FindCertificates(database, benchNode);
  const wanted = Array.from({ length: searches }, () => {
    const { identifier, holder, number } = known(Math.floor(Math.random() * size));
    return { identifier, holder: benchNode.holderOf('111', holder), number };
  });
  let turn = 0;
  const next = () => wanted[(turn += 1) % wanted.length] ?? { identifier: '', holder: undefined, number: '' };
  return {
    byIdentifier: () => find.byIdentifier(next().identifier),
    byHolder: () => find.page({ holder: next().holder, first: 20 }),
    byNumber: () => find.byNumber(type, next().number),
    expectAnswers: async () => {
      for (const { identifier, holder, number } of wanted.slice(0, 100)) {
        const [one, ofNumber, ofHolder] = [
          await find.byIdentifier(identifier),
          await find.byNumber(type, number),
          await find.page({ holder, first: 20 }),
        ];
        deepStrictEqual([one?.claims['certificate_number'], one?.holder], [number, holder]);
        deepStrictEqual(
          ofNumber.map((each) => each.id),
          [one?.id],
        );
        deepStrictEqual([ofHolder.totalCount, ofHolder.edges.some(({ node }) => node.id === one?.id)], [4, true]);
      }
    },
  };
}
