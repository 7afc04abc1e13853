import type { MaterialRequirement } from '#seeds';

/** How many materials need no paper, of how many: integers, so that cities can be added up (免提交比例). */
export interface PaperFreeCount {
  readonly withoutPaper: number;
  readonly total: number;
}

/**
 * Counts the materials that need no paper: an e-certificate serves them, or a written commitment stands in (告知承诺).
 * A form, photograph or declaration is the applicant's to supply, and counts as one that is not saved.
 * @param served whether an e-certificate serves the material
 */
export function paperFreeCount(
  materials: readonly MaterialRequirement[],
  served: (material: MaterialRequirement) => boolean,
): PaperFreeCount {
  const withoutPaper = materials.filter((material) => material.commitmentAllowed || served(material)).length;
  return { withoutPaper, total: materials.length };
}

/** Counts added up. */
export function addCounts(counts: readonly PaperFreeCount[]): PaperFreeCount {
  const sum = (of: (count: PaperFreeCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return { withoutPaper: sum(({ withoutPaper }) => withoutPaper), total: sum(({ total }) => total) };
}
