import type { Question } from '#libs/exchange';
import { type Holder, isHolder, KuashiError, ownerOfId } from '#libs/kernel';
import type { LocalizedName } from '#seeds';
import type { CertificateStatus } from '../certificate/index.js';

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

/** A certificate as a search tells of it: no claims, no number. */
export interface FoundCertificate {
  readonly id: string;
  readonly type: string;
  readonly issuer: { readonly authority: string; readonly name: LocalizedName; readonly division: string };
  readonly status: CertificateStatus;
  /** Days in Asia/Shanghai. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Owned by several: it takes all of them (共有). */
  readonly jointlyOwned?: boolean;
}

/** Longest name of an authority, in characters. */
const longestName = 200;

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
  const { zhHans, zhHant = zhHans, en = zhHans } = name ?? ({} as Partial<LocalizedName>);
  if (!isShortText(authority) || !isShortText(zhHans) || !isShortText(zhHant) || !isShortText(en))
    throw refused('verifier');
  return { authority, name: { zhHans, zhHant, en } };
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestName;

/** Reads the answer of an owner's node. @throws NODE_ANSWER_INVALID */
export function readPresentAnswer(answer: Record<string, unknown>, city: string): PresentAnswer {
  const { use, identifier, type, credential, issuerName } = answer;
  const texts = [use, identifier, type, credential].every((value) => typeof value === 'string');
  if (!texts || typeof issuerName !== 'object')
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: questionTypes.present } });
  return answer as unknown as PresentAnswer;
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readSearchQuestion({ payload }: Question): SearchQuestion {
  const { holder, types } = payload as Partial<Record<keyof SearchQuestion, unknown>>;
  const readable = Array.isArray(types) && types.every((type) => typeof type === 'string');
  if (!readable || typeof holder !== 'string' || !isHolder(holder)) throw refused('payload');
  return { holder, types };
}

/** A node asks only for cases of its own. @throws QUESTION_REFUSED */
export function assertOwnCase({ sender, purpose }: Question): void {
  if (ownerOfId(purpose.caseReference) !== sender) throw refused('case of another node');
}

export const refused = (reason: string): KuashiError => new KuashiError('QUESTION_REFUSED', { params: { reason } });
