import type { Question } from '#libs/exchange';
import { type Holder, idPrefixes, isHolder, isUnifiedCreditCode, KuashiError, ownerOfId } from '#libs/kernel';
import { type CallerRole, callerRoles } from '#libs/platform';
import type { LocalizedName } from '#seeds';
import { isPlainText } from './plain-text.js';

/** Types of the questions that nodes ask each other about certificates. */
export const questionTypes = { present: 'certificate.present', search: 'certificate.search' } as const;

/** Asks for the presentation of one certificate for one material of one case. */
export interface PresentQuestion {
  readonly certificate: string;
  readonly holder: Holder;
  /** Key of the material within the item that the purpose names. */
  readonly material: string;
  readonly verifier: { readonly authority: string; readonly name: LocalizedName };
  /** Who presents it under the mandate that the purpose names; absent: its holder. */
  readonly agent?: Holder;
  /** IDs of the mandates by which the other owners of a thing agree (共有人同意). */
  readonly agreements?: readonly string[];
}

/** The answer to it. */
export interface PresentAnswer {
  /** ID of the use. */
  readonly use: string;
  readonly identifier: string;
  readonly type: string;
  readonly issuerName: LocalizedName;
  /** SD-JWT VC with the disclosures of the material's claims. */
  readonly credential: string;
  /** The owner's signed receipt. */
  readonly receipt?: string | null;
}

/** Asks which certificates of some types a holder has. */
export interface SearchQuestion {
  readonly holder: Holder;
  readonly types: readonly string[];
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readPresentQuestion({ payload }: Question): PresentQuestion {
  const { certificate, holder, material, verifier, agent, agreements } = payload as Partial<
    Record<keyof PresentQuestion, unknown>
  >;
  const texts = typeof certificate === 'string' && typeof material === 'string';
  if (!texts || typeof holder !== 'string' || !isHolder(holder)) throw refused('payload');
  if (agent !== undefined && !(typeof agent === 'string' && isHolder(agent))) throw refused('agent');
  return {
    certificate,
    material,
    holder,
    verifier: readVerifier(verifier),
    agent,
    agreements: readAgreements(agreements),
  };
}

/** No thing of the register has more owners than this. */
const mostAgreements = 20;

function readAgreements(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const readable =
    Array.isArray(value) && value.length <= mostAgreements && value.every((id) => typeof id === 'string');
  if (!readable) throw refused('agreements');
  return value;
}

/** Who uses the certificate: it goes into the holder's record as the asking node says it. @throws QUESTION_REFUSED */
export function readVerifier(value: unknown): PresentQuestion['verifier'] {
  const { authority, name } = (value ?? {}) as Partial<PresentQuestion['verifier']>;
  const names = readNames(name);
  if (typeof authority !== 'string' || !isUnifiedCreditCode(authority) || !names) throw refused('verifier');
  return { authority, name: names };
}

/** Whether another node's value is a role in which somebody acts. */
export const isCallerRole = (value: unknown): value is CallerRole => callerRoles.some((role) => role === value);

/** A name as another node says it, in three languages; undefined when it is none: too long, or not plain text. */
export function readNames(value: unknown): LocalizedName | undefined {
  const { zhHans, zhHant = zhHans, en = zhHans } = (value ?? {}) as Partial<LocalizedName>;
  return isPlainText(zhHans) && isPlainText(zhHant) && isPlainText(en) ? { zhHans, zhHant, en } : undefined;
}

/** Reads the answer of an owner's node, which counts its own uses only. @throws NODE_ANSWER_INVALID */
export function readPresentAnswer(answer: Record<string, unknown>, city: string): PresentAnswer {
  const { use, identifier, type, credential, receipt = null } = answer;
  const texts = [use, identifier, type, credential].every((value) => typeof value === 'string');
  const issuerName = readNames(answer['issuerName']);
  const own = String(use).startsWith(`${idPrefixes.certificateUse}_${city}_`);
  if (!texts || !own || !issuerName || (receipt !== null && typeof receipt !== 'string'))
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: questionTypes.present } });
  return { ...(answer as unknown as PresentAnswer), issuerName, receipt };
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readSearchQuestion({ payload }: Question): SearchQuestion {
  const { holder, types } = payload as Partial<Record<keyof SearchQuestion, unknown>>;
  const readable = Array.isArray(types) && types.every((type) => typeof type === 'string');
  if (!readable || typeof holder !== 'string' || !isHolder(holder)) throw refused('payload');
  return { holder, types: [...new Set(types)] };
}

/** A node asks only for cases of its own. @throws QUESTION_REFUSED */
export function assertOwnCase({ sender, purpose }: Question): void {
  if (ownerOfId(purpose.caseReference) !== sender) throw refused('case of another node');
}

export const refused = (reason: string): KuashiError => new KuashiError('QUESTION_REFUSED', { params: { reason } });
