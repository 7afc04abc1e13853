import type { Catalogue, RecognitionVerdict } from '../catalogue/index.js';

/** Basis of a use for an item: the handling of a case. */
export const forApplication = 'application';

/** Item and basis of a look at a certificate (亮证): it is for no item. */
export const forDisplay = 'display';

/**
 * What makes uses under a mandate one use however often they are asked for: the case and the mandate. The principal, or
 * another agent, may use the same certificate in the same case: that is another use.
 */
export const mandateOccasion = (caseReference: string, mandate: string): string => `${caseReference}/${mandate}`;

/** A kind of certificate from one city, to be used in another. */
interface Use {
  readonly type: string;
  /** Division of the node that issued it. */
  readonly issuing: Parameters<Catalogue['recognition']>[0]['issuing'];
  readonly accepting?: Parameters<Catalogue['recognition']>[0]['issuing'];
  /** Service item key, or `display`. */
  readonly item: string;
  readonly purpose: string;
}

/**
 * What the rules allow for a use. What is said about looking decides on a look; where nothing is said, a kind whose
 * data every item may receive may be looked at too: a higher level includes the lower.
 */
export function recognitionOf(catalogue: Catalogue, use: Use, at: Date): RecognitionVerdict {
  const verdict = catalogue.recognition(use, at);
  if (use.purpose !== forDisplay || verdict.rule || verdict.level !== 'R0') return verdict;
  return catalogue.recognition({ ...use, purpose: forApplication }, at);
}
