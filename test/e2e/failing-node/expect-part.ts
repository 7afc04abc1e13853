import { expect } from '@jest/globals';
import type { Merge, Page } from './callers.js';

const failing = '430200';

/**
 * The merge has the rows of the other two cities, and one error that names the failing one.
 * @param codes any of which the error may have
 */
export function expectPart({ answer }: Merge, whole: Page, codes: readonly string[]): void {
  const rows = idsOf(whole).filter((id) => !id.startsWith(`cert_${failing}_`));
  expect(rows.length).toBeLessThan(idsOf(whole).length);
  expect(answer.data && idsOf(answer.data)).toEqual(rows);
  expect(answer.data?.myCertificates.unavailableCities).toEqual([failing]);
  expect(answer.errors).toMatchObject([{ path: ['myCertificates'], extensions: { city: failing } }]);
  expect(codes).toContain(answer.errors[0]?.extensions?.['code']);
}

const idsOf = ({ myCertificates }: Page): string[] => myCertificates.edges.map(({ node }) => node.id);
