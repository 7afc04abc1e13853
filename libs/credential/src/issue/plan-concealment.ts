import type { Json, JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { describePath, pathOf, valueAt, type ClaimPath, type ClaimSelector } from '../sd-jwt/claim-path.js';
import { mostDisclosures } from '../sd-jwt/parse-credential.js';

/** Decoy digests (RFC 9901 §4.2.5): they hide how many claims or elements there are. */
export interface Decoys {
  /** The object or array that gets them; the empty path is the credential itself. */
  readonly at: ClaimPath;
  readonly count: number;
}

/** What is done with one value and with what lies beneath it. */
export interface Mark {
  hidden: boolean;
  decoys: number;
  below?: Map<string | number, Mark>;
}

/** What is hidden where, and how many salts that takes. */
export interface ConcealmentPlan {
  readonly root: Mark;
  readonly salts: number;
}

const mostDecoys = 256;

/**
 * Marks what is hidden: a path beneath another hidden one gives recursive disclosures, null in a path every element
 * (of an empty array: none).
 * @throws CredentialFault CLAIM_UNKNOWN, CLAIM_REPEATED, TOKEN_TOO_LARGE
 */
export function planConcealment(
  claims: JsonObject,
  disclosable: readonly ClaimSelector[],
  decoys: readonly Decoys[],
): ConcealmentPlan {
  const root: Mark = { hidden: false, decoys: 0 };
  let hidden = 0;
  for (const selector of disclosable) hidden += hide(root, claims, selector);
  if (hidden > mostDisclosures) throw new CredentialFault('TOKEN_TOO_LARGE', 'disclosures');
  let added = 0;
  for (const each of decoys) added += addDecoys(root, claims, each);
  if (added > mostDecoys) throw new CredentialFault('TOKEN_TOO_LARGE', 'decoys');
  return { root, salts: hidden + added };
}

function hide(root: Mark, claims: JsonObject, selector: ClaimSelector): number {
  const path = pathOf(selector);
  if (path.length === 0) throw new CredentialFault('CLAIM_UNKNOWN');
  const marks = reach(root, claims, path, 0);
  for (const { mark } of marks) {
    if (mark.hidden) throw new CredentialFault('CLAIM_REPEATED', describePath(path));
    mark.hidden = true;
  }
  return marks.length;
}

function addDecoys(root: Mark, claims: JsonObject, { at, count }: Decoys): number {
  const marks = reach(root, claims, at, 0);
  for (const { mark, value } of marks) {
    const carries = typeof value === 'object' && value !== null;
    if (!carries || !Number.isSafeInteger(count) || count < 1) throw new CredentialFault('CLAIM_UNKNOWN', 'decoys');
    mark.decoys += count;
  }
  return marks.length * count;
}

interface Reached {
  readonly mark: Mark;
  readonly value: Json;
}

function reach(mark: Mark, value: Json, path: ClaimPath, at: number): Reached[] {
  const step = path[at];
  if (step === undefined) return [{ mark, value }];
  if (step === null && Array.isArray(value)) {
    return value.flatMap((element, place) => reach(markBelow(mark, place), element, path, at + 1));
  }
  const next = step === null ? undefined : valueAt(value, step);
  if (step === null || next === undefined) throw new CredentialFault('CLAIM_UNKNOWN', describePath(path));
  return reach(markBelow(mark, step), next, path, at + 1);
}

function markBelow(mark: Mark, step: string | number): Mark {
  mark.below ??= new Map();
  const known = mark.below.get(step);
  if (known) return known;
  const fresh: Mark = { hidden: false, decoys: 0 };
  mark.below.set(step, fresh);
  return fresh;
}
