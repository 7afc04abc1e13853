import { expectAgreement, smallStatusList } from './credential/agree.js';
import { createFloor } from './credential/floor.js';
import { createLibrary } from './credential/library.js';
import { measureIssue } from './credential/measure-issue.js';
import { measureLookup } from './credential/measure-lookup.js';
import { measureStatus } from './credential/measure-status.js';
import { measureVerify } from './credential/measure-verify.js';
import { createProduct } from './credential/product.js';
import { createSample } from './credential/sample.js';
import { ensurePeers } from './peers/peers.js';

const holders = 16;
/** `KUASHI_BENCH_ROUNDS=2` is for those who work on the bench. */
const rounds = Number(process.env['KUASHI_BENCH_ROUNDS'] ?? 11);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** `npm run -s bench -- credential`: see README.md for what the keys mean. */
export async function bench(): Promise<Record<string, number>> {
  ensurePeers();
  const sample = await createSample(holders);
  const product = await createProduct(sample);
  const library = await createLibrary(sample, await smallStatusList(sample));
  const floor = createFloor(sample);
  await expectAgreement(sample, product, library);
  const busy = { rounds, slice: 500, inFlight: 16 };
  const results = {
    ...(await measureVerify(holders, { product, library, floor }, busy)),
    ...(await measureIssue(product, library, floor, busy)),
    ...(await measureStatus(sample, { rounds, slice: 1000, inFlight: 1 })),
    ...(await measureLookup(sample, product, { rounds, slice: 500, inFlight: 1 })),
  };
  return Object.fromEntries(Object.entries(results).map(([name, value]) => [name, rounded(value)]));
}
