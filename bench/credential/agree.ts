import { deepStrictEqual } from 'node:assert';
import { issueStatusListToken, importIssuerKey, StatusList } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import type { Library } from './library.js';
import type { Product } from './product.js';
import type { Sample } from './sample.js';

/** A small list on which everything is valid, for the library to find. */
export async function smallStatusList(sample: Sample): Promise<string> {
  const key = await importIssuerKey({ uri: sample.issuer, privateJwk: sample.statusKey.privateJwk });
  const publication = { uri: sample.statusUri, key, ttlSeconds: 60, lifetimeSeconds: 86_400 };
  return issueStatusListToken(new StatusList(64), publication, { clock: new SystemClock() });
}

/** Before anything is measured: each side accepts what the other issues, and both read the same claims. */
export async function expectAgreement(sample: Sample, product: Product, library: Library): Promise<void> {
  const presentations = [
    await product.present(await product.issue(0), 0),
    await library.present(await library.issue(0), 0),
    await product.present(await library.issue(0), 0),
    await library.present(await product.issue(0), 0),
  ];
  for (const presentation of presentations) {
    const known = await product.verifyKnown(presentation);
    deepStrictEqual(known.claims, sample.claims);
    deepStrictEqual((await product.verifyNew(presentation)).claims, sample.claims);
    const read = await library.verify(presentation);
    deepStrictEqual(Object.fromEntries(sample.names.map((name) => [name, read[name]])), sample.claims);
  }
}
