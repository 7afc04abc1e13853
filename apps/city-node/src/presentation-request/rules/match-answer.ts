import type { AskedCredential } from './asked-credential.js';

/** `vp_token` with DCQL: presentations by the `id` of the credential query they answer. */
export type VpToken = Readonly<Record<string, readonly string[]>>;

/** Why an answer is refused as a whole. */
export const answerRefusals = [
  'WALLET_DECLINED',
  'NOT_ASKED_FOR',
  'MORE_THAN_ASKED',
  'MATERIAL_MISSING',
  'CREDENTIAL_REFUSED',
  'CREDENTIAL_UNDETERMINED',
] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];

/** A presentation in its place. */
export interface MatchedPresentation {
  readonly asked: AskedCredential;
  readonly presentation: string;
}

/** What an answer comes to before anything in it is verified. */
export type MatchedAnswer =
  | { readonly presentations: readonly MatchedPresentation[] }
  | { readonly refusal: AnswerRefusal; readonly detail: string };

/**
 * Holds an answer against what was asked (OpenID4VP 1.0 §6.4.2, §8.1), strictly: only queries that were asked, one
 * presentation for each, one option for each material, every material that must be there.
 */
export function matchAnswer(asked: readonly AskedCredential[], answer: VpToken): MatchedAnswer {
  const ids = Object.keys(answer);
  const strange = ids.find((id) => !asked.some((each) => each.id === id));
  if (strange !== undefined) return { refusal: 'NOT_ASKED_FOR', detail: strange.slice(0, 64) };
  const several = ids.find((id) => answer[id]?.length !== 1);
  if (several !== undefined) return { refusal: 'MORE_THAN_ASKED', detail: several };
  const answered = asked.filter(({ id }) => ids.includes(id));
  const twice = answered.find(({ material, id }) =>
    answered.some((other) => other.material === material && other.id !== id),
  );
  if (twice) return { refusal: 'MORE_THAN_ASKED', detail: twice.material };
  const missing = asked.find(
    ({ material, required }) => required && !answered.some((each) => each.material === material),
  );
  if (missing) return { refusal: 'MATERIAL_MISSING', detail: missing.material };
  if (answered.length === 0) return { refusal: 'MATERIAL_MISSING', detail: asked[0]?.material ?? '' };
  return { presentations: answered.map((each) => ({ asked: each, presentation: answer[each.id]?.[0] ?? '' })) };
}
