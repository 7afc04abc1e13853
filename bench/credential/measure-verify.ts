import { deepStrictEqual } from 'node:assert';
import { compare, print, ratio, type Effort } from '../compare.js';
import { signedPartsOf, type createFloor, type SignedParts } from './floor.js';
import type { Library } from './library.js';
import type { Product } from './product.js';

type Floor = ReturnType<typeof createFloor>;

/** Verify with eight disclosures and key binding; the floor is two ES256 verifications, and a key import for a new holder. */
export async function measureVerify(
  holders: number,
  contestants: { readonly product: Product; readonly library: Library; readonly floor: Floor },
  effort: Effort,
) {
  const { product, library, floor } = contestants;
  const each = Array.from({ length: holders }, (_, holder) => holder);
  const ours = await Promise.all(each.map(async (holder) => product.present(await product.issue(holder), holder)));
  const theirs = await Promise.all(
    each.map(async (holder) => library.present(await library.issue(holder, false), holder)),
  );
  const parts = ours.map(signedPartsOf);
  await expectFloorAccepts(floor, parts);
  const rates = await compare(
    {
      'product, known holder': inTurn(ours, product.verifyKnown),
      'product, new holder': inTurn(ours, product.verifyNew),
      library: inTurn(theirs, library.verify),
      'floor, thread pool': inTurn(parts, floor.verifyPooled),
      'floor, main thread': inTurn(parts, floor.verifyInPlace),
      'new floor, thread pool': inTurn(parts, floor.verifyNewPooled),
      'new floor, main thread': inTurn(parts, floor.verifyNewInPlace),
    },
    effort,
  );
  print(`verify, 8 disclosures and key binding, ${effort.inFlight} in flight`, rates);
  const share = (one: keyof typeof rates, floors: readonly (keyof typeof rates)[]) =>
    Math.min(...floors.map((other) => ratio(rates, one, other)));
  return {
    verifyVsFloor: share('product, known holder', ['floor, thread pool', 'floor, main thread']),
    verifyNewHolderVsFloor: share('product, new holder', ['new floor, thread pool', 'new floor, main thread']),
    verifyVsLibrary: ratio(rates, 'product, known holder', 'library'),
  };
}

/** An operation that takes one after the other. */
function inTurn<Item>(
  items: readonly [Item, ...Item[]] | readonly Item[],
  work: (item: Item) => unknown,
): () => unknown {
  let turn = 0;
  return () => work(items[(turn += 1) % items.length] as Item);
}

async function expectFloorAccepts(floor: Floor, parts: readonly SignedParts[]): Promise<void> {
  const { verifyPooled, verifyInPlace, verifyNewPooled, verifyNewInPlace } = floor;
  for (const verify of [verifyPooled, verifyInPlace, verifyNewPooled, verifyNewInPlace]) {
    for (const each of parts) deepStrictEqual(await verify(each), [true, true]);
  }
}
