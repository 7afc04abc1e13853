import type { Question } from '#libs/exchange';
import { type Holder, isHolder, KuashiError } from '#libs/kernel';
import {
  isCallerRole,
  isPlainText,
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
  if (![code, clerk].every((text) => isPlainText(text)) || !isCallerRole(clerkRole)) throw refused('payload');
  if (material !== undefined && !isPlainText(material)) throw refused('material');
  if (applicant !== undefined && !isHolderText(applicant)) throw refused('applicant');
  return { ...(payload as unknown as RedemptionQuestion), verifier: readVerifier(verifier) };
}

/** Reads the answer of a code's node. @throws NODE_ANSWER_INVALID */
export function readRedemptionAnswer(answer: Record<string, unknown>, city: string): RedemptionAnswer {
  const { certificate, holder, code, material } = answer;
  const named = [certificate, code].every((text) => isPlainText(text)) && isHolderText(holder);
  const own = String(certificate).startsWith(`cert_${city}_`);
  const serves = material === null || isPlainText(material);
  if (named && own && serves) return { ...(answer as unknown as RedemptionAnswer), ...readPresentAnswer(answer, city) };
  throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: useCodeQuestion } });
}

const isHolderText = (value: unknown): value is Holder => typeof value === 'string' && isHolder(value);
