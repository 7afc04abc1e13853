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

/** Type of the question by which an authority uses a certificate in the exercise of duty. */
export const functionQuestion = 'certificate.use-by-function';

/** How long a legal basis is: a law and an article fit in, an essay does not. */
export const legalBasisLength = { min: 4, max: 500 } as const;

/** Asks for a certificate without its holder's doing. */
export interface FunctionQuestion {
  /** Certificate ID. */
  readonly certificate: string;
  /** Whose it is said to be. */
  readonly holder: Holder;
  /** Whose case it is. */
  readonly applicant: Holder;
  /** Key of the material within the item; absent: the first that takes the certificate. */
  readonly material?: string;
  readonly verifier: PresentQuestion['verifier'];
  /** Opaque subject and role of the one who asks. */
  readonly clerk: string;
  readonly clerkRole: string;
  /** Law and article, in the asker's words (法律依据). */
  readonly legalBasis: string;
  /** What makes it one use however often it is asked for. */
  readonly occasion: string;
}

/** The answer: what was presented, for which material. */
export interface FunctionAnswer extends PresentAnswer {
  readonly material: string;
}

/** Reads a question's payload. @throws QUESTION_REFUSED, above all for one that names no legal basis */
export function readFunctionQuestion({ payload, sender }: Question): FunctionQuestion {
  const { certificate, holder, applicant, material, verifier, clerk, clerkRole, legalBasis, occasion } = payload;
  if (!isPlainText(legalBasis, legalBasisLength)) throw refused('legal-basis');
  if (![certificate, holder, applicant, clerk, occasion].every((text) => isPlainText(text))) throw refused('payload');
  if (!isCallerRole(clerkRole)) throw refused('clerkRole');
  if (![holder, applicant].every((one) => isHolder(String(one)))) throw refused('holder');
  if (material !== undefined && !isPlainText(material)) throw refused('material');
  if (!String(occasion).startsWith(`act_${sender}_`)) throw refused('occasion');
  return { ...(payload as unknown as FunctionQuestion), verifier: readVerifier(verifier) };
}

/** Reads the answer of a certificate's node. @throws NODE_ANSWER_INVALID */
export function readFunctionAnswer(answer: Record<string, unknown>, city: string): FunctionAnswer {
  const { material } = answer;
  if (isPlainText(material)) return { ...readPresentAnswer(answer, city), material };
  throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: functionQuestion } });
}
