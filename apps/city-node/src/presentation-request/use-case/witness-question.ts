import type { Question } from '#libs/exchange';
import { type Holder, isHolder, KuashiError } from '#libs/kernel';
import type { LocalizedName } from '#seeds';
import { isCallerRole, isPlainText, readVerifier, refused } from '../../certificate-use/index.js';

/** Type of the question by which a verifier tells the owner of a certificate that a wallet presented it. */
export const witnessType = 'certificate.witness';

/** Asks the register about a certificate that was presented out of a wallet, and tells it of the use. */
export interface WitnessQuestion {
  /** 电子证照标识. */
  readonly identifier: string;
  /** Whose it must be; absent: anybody's. */
  readonly holder?: Holder;
  /** Key of the material within the item that the purpose names. */
  readonly material: string;
  /** Names of the claims that were disclosed. */
  readonly claims: readonly string[];
  /** The presentation request: a use of its own. */
  readonly occasion: string;
  readonly verifier: { readonly authority: string; readonly name: LocalizedName };
  readonly clerk?: string;
  readonly clerkRole?: string;
}

/** The register's word. */
export interface WitnessAnswer {
  readonly certificate: string;
  readonly holder: Holder;
  readonly use: string;
  readonly receipt: string | null;
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readWitnessQuestion({ payload }: Question): WitnessQuestion {
  const { identifier, holder, material, claims, occasion, verifier, clerk, clerkRole } = payload;
  const texts = [identifier, material, occasion].every((value) => isPlainText(value));
  if (!texts || !isTexts(claims) || !isHolderOrAbsent(holder)) throw refused('payload');
  return {
    ...{ identifier: identifier as string, material: material as string, occasion: occasion as string, claims },
    ...(holder !== undefined && { holder }),
    verifier: readVerifier(verifier),
    ...(isPlainText(clerk) && isCallerRole(clerkRole) && { clerk, clerkRole }),
  };
}

/** Reads the answer of the owner's node. @throws NODE_ANSWER_INVALID */
export function readWitnessAnswer(answer: Record<string, unknown>, city: string): WitnessAnswer {
  const { certificate, holder, use, receipt = null } = answer;
  const readable = isHolderOrAbsent(holder) && holder !== undefined && isTexts([certificate, use]);
  if (!readable || (receipt !== null && typeof receipt !== 'string')) {
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: witnessType } });
  }
  return { certificate: certificate as string, holder, use: use as string, receipt };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const isHolderOrAbsent = (value: unknown): value is Holder | undefined =>
  value === undefined || (typeof value === 'string' && isHolder(value));
