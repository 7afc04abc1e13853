import type { Question } from '#libs/exchange';
import { type Holder, isHolder, KuashiError } from '#libs/kernel';
import {
  type PresentAnswer,
  type PresentQuestion,
  readPresentAnswer,
  readVerifier,
  refused,
} from '../certificate-use/index.js';

/** Type of the question by which a window's node redeems a code at the node that made it. */
export const useCodeQuestion = 'certificate.use-code';

/** Asks for the certificate that a code stands for. */
export interface RedemptionQuestion {
  readonly code: string;
  /** Key of the material within the item; absent: the first that takes the certificate. */
  readonly material?: string;
  /** Whose case it is, when there is one: a material of the applicant's own must be the applicant's. */
  readonly applicant?: Holder;
  readonly verifier: PresentQuestion['verifier'];
  /** Opaque subject and role of the one who scanned. */
  readonly clerk: string;
  readonly clerkRole: string;
}

/** The answer: what was presented, of which certificate of whose, and for which code. */
export interface RedemptionAnswer extends PresentAnswer {
  readonly certificate: string;
  readonly holder: string;
  /** ID of the code. */
  readonly code: string;
  /** Key of the material; null: the certificate was looked at. */
  readonly material: string | null;
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readRedemption({ payload }: Question): RedemptionQuestion {
  const { code, material, applicant, verifier, clerk, clerkRole } = payload;
  if (![code, clerk, clerkRole].every(isShortText)) throw refused('payload');
  if (material !== undefined && !isShortText(material)) throw refused('material');
  if (applicant !== undefined && !(isShortText(applicant) && isHolder(applicant))) throw refused('applicant');
  return { ...(payload as unknown as RedemptionQuestion), verifier: readVerifier(verifier) };
}

/** Reads the answer of a code's node. @throws NODE_ANSWER_INVALID */
export function readRedemptionAnswer(answer: Record<string, unknown>, city: string): RedemptionAnswer {
  const { certificate, holder, code, material } = answer;
  const named = [certificate, holder, code].every(isShortText) && (material === null || isShortText(material));
  const own = String(certificate).startsWith(`cert_${city}_`);
  if (named && own) return { ...readPresentAnswer(answer, city), ...(answer as unknown as RedemptionAnswer) };
  throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: useCodeQuestion } });
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 200;
