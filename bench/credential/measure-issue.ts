import { compare, print, ratio, type Effort } from '../compare.js';
import type { createFloor } from './floor.js';
import type { Library } from './library.js';
import type { Product } from './product.js';

/** Issue with eight hidden claims; the floor is one ES256 signature over as many bytes. */
export async function measureIssue(
  product: Product,
  library: Library,
  floor: ReturnType<typeof createFloor>,
  effort: Effort,
) {
  const [token = ''] = (await product.issue(0)).split('~');
  const data = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  const rates = await compare(
    {
      product: () => product.issue(0),
      library: () => library.issue(0),
      'floor, thread pool': () => floor.signPooled(data),
      'floor, main thread': () => floor.signInPlace(data),
    },
    effort,
  );
  print(`issue, 8 hidden claims, ${effort.inFlight} in flight`, rates);
  const toFloor = [ratio(rates, 'product', 'floor, thread pool'), ratio(rates, 'product', 'floor, main thread')];
  return { issueVsFloor: Math.min(...toFloor), issueVsLibrary: ratio(rates, 'product', 'library') };
}
