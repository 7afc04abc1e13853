import { KuashiError, type InEveryLanguage } from '#libs/kernel';
import type { MaterialKind, MaterialRequirement } from '#seeds';
import type { HolderKind } from '../../person/index.js';

/** In which form a material is handed in. */
export enum MaterialForm {
  /** An e-certificate, asked of the node that owns it. */
  CERTIFICATE = 'CERTIFICATE',
  /** A file: a scan, a photograph, a filled form. */
  DOCUMENT = 'DOCUMENT',
  /** Shown on paper at a window. */
  PAPER = 'PAPER',
  /** A statement in the applicant's own words or by ticking it (声明). */
  DECLARATION = 'DECLARATION',
  /** A written commitment in place of the material (告知承诺). */
  COMMITMENT = 'COMMITMENT',
  /** To be handed in later (容缺受理). */
  DEFERRAL = 'DEFERRAL',
}

/** How far a material has got. */
export enum MaterialStatus {
  /** An e-certificate that the competent node has yet to ask for. */
  UNVERIFIED = 'UNVERIFIED',
  /** An e-certificate presented and verified. */
  VERIFIED = 'VERIFIED',
  /** An e-certificate that failed its check or could not be asked for; the reason stands beside it. */
  FAILED = 'FAILED',
  /** Handed in for the officer's eye. */
  RECEIVED = 'RECEIVED',
  COMMITTED = 'COMMITTED',
  DEFERRED = 'DEFERRED',
}

/** The file behind a document: what it is called and what it must hash to. */
export interface ScannedDocument {
  readonly name: string;
  readonly mediaType: string;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly sha256: string;
  readonly size: number;
}

/** A material as somebody hands it in: exactly one of the forms. */
export interface OfferedMaterial {
  /** Key of the item's requirement. */
  readonly requirement: string;
  /** Certificate ID. */
  readonly certificate?: string;
  /** Mandates of the other owners of what the certificate is about; online only. */
  readonly agreements?: readonly string[];
  readonly document?: ScannedDocument;
  readonly paper?: boolean;
  readonly declaration?: string;
  readonly committed?: boolean;
  readonly deferred?: boolean;
}

/** An offered material in its place: the requirement it is for, its form and where it stands. */
export interface JudgedMaterial {
  readonly requirement: MaterialRequirement;
  readonly offered: OfferedMaterial;
  readonly form: MaterialForm;
  readonly status: MaterialStatus;
  /** Path of the input it came from: `input.materials.2`. */
  readonly field: string;
}

/** What a filing offers, and for whom. */
export interface Offer {
  readonly requirements: readonly MaterialRequirement[];
  readonly applicantKind: HolderKind;
  readonly offered: readonly OfferedMaterial[];
  /** Whether a clerk has the papers in hand; online nobody can show paper. */
  readonly atWindow: boolean;
  /** Path of the list in the input. */
  readonly field: string;
}

const { CERTIFICATE, DOCUMENT, PAPER, DECLARATION, COMMITMENT, DEFERRAL } = MaterialForm;

/** The forms that each kind of material may be handed in. Commitment and deferral depend on the requirement itself. */
const acceptedForms: Record<MaterialKind, readonly MaterialForm[]> = {
  CERTIFICATE: [CERTIFICATE, DOCUMENT, PAPER],
  ORIGINAL: [CERTIFICATE, DOCUMENT, PAPER],
  FORM: [DOCUMENT, PAPER],
  PHOTO: [DOCUMENT, PAPER],
  DECLARATION: [DECLARATION, DOCUMENT, PAPER],
};

const statusOf: Record<MaterialForm, MaterialStatus> = {
  CERTIFICATE: MaterialStatus.UNVERIFIED,
  DOCUMENT: MaterialStatus.RECEIVED,
  PAPER: MaterialStatus.RECEIVED,
  DECLARATION: MaterialStatus.RECEIVED,
  COMMITMENT: MaterialStatus.COMMITTED,
  DEFERRAL: MaterialStatus.DEFERRED,
};

/** The requirements that hold for a kind of applicant. */
export function requirementsFor(
  requirements: readonly MaterialRequirement[],
  applicantKind: HolderKind,
): readonly MaterialRequirement[] {
  return requirements.filter((each) => each.applicantKind === 'both' || each.applicantKind === applicantKind);
}

/** The requirements for which nothing was handed in. */
export function missingMaterials(
  requirements: readonly MaterialRequirement[],
  given: readonly { readonly requirement: string }[],
): readonly MaterialRequirement[] {
  const keys = new Set(given.map(({ requirement }) => requirement));
  return requirements.filter(({ key }) => !keys.has(key));
}

/**
 * Judges a complete filing: every offered material has a place, every place is filled.
 * @throws MATERIAL_MISSING (naming all of them at once) and everything {@link judgeMaterials} throws
 */
export function judgeFiling(offer: Offer): readonly JudgedMaterial[] {
  const judged = judgeMaterials(offer);
  const missing = missingMaterials(requirementsFor(offer.requirements, offer.applicantKind), offer.offered);
  if (missing.length > 0) {
    throw new KuashiError('MATERIAL_MISSING', { field: offer.field, params: { material: namesOf(missing) } });
  }
  return judged;
}

/** What readers know the materials by, each with the key that a filing names it by. */
function namesOf(materials: readonly MaterialRequirement[]): InEveryLanguage {
  const named = (name: (material: MaterialRequirement) => string, comma: string): string =>
    materials.map((material) => `${name(material)} (${material.key})`).join(comma);
  return {
    'zh-Hans': named(({ name }) => name.zhHans, '、'),
    'zh-Hant': named(({ name }) => name.zhHant, '、'),
    en: named(({ name }) => name.en, ', '),
  };
}

/** Judges each offered material by itself. @throws MATERIAL_UNKNOWN, MATERIAL_INVALID, COMMITMENT_NOT_ALLOWED, DEFERRAL_NOT_ALLOWED */
export function judgeMaterials(offer: Offer): readonly JudgedMaterial[] {
  const { requirements, applicantKind, offered, field } = offer;
  const applicable = requirementsFor(requirements, applicantKind);
  return offered.map((each, index) => {
    const place = `${field}.${index}`;
    const requirement = applicable.find(({ key }) => key === each.requirement);
    if (!requirement) throw refused('MATERIAL_UNKNOWN', each, `${place}.requirement`);
    const twice = offered.findIndex((other) => other.requirement === each.requirement) !== index;
    if (twice) throw refused('MATERIAL_INVALID', each, `${place}.requirement`, 'given-twice');
    const form = formOf(each, place);
    if (form === PAPER && !offer.atWindow)
      throw refused('MATERIAL_INVALID', each, `${place}.paper`, 'paper-at-window-only');
    if (each.agreements && (offer.atWindow || form !== CERTIFICATE))
      throw refused('MATERIAL_INVALID', each, `${place}.agreements`, 'agreements-online-only');
    assertFormAllowed(requirement, form, each, place);
    return { requirement, offered: each, form, status: statusOf[form], field: place };
  });
}

function formOf(offered: OfferedMaterial, place: string): MaterialForm {
  const forms: readonly (readonly [MaterialForm, unknown])[] = [
    [CERTIFICATE, offered.certificate],
    [DOCUMENT, offered.document],
    [PAPER, offered.paper],
    [DECLARATION, offered.declaration],
    [COMMITMENT, offered.committed],
    [DEFERRAL, offered.deferred],
  ];
  const given = forms.filter(([, value]) => Boolean(value));
  const [only] = given;
  if (only && given.length === 1) return only[0];
  throw refused('MATERIAL_INVALID', offered, place, 'not-one-form');
}

function assertFormAllowed(
  rule: MaterialRequirement,
  form: MaterialForm,
  offered: OfferedMaterial,
  place: string,
): void {
  if (form === COMMITMENT) {
    if (!rule.commitmentAllowed) throw refused('COMMITMENT_NOT_ALLOWED', offered, `${place}.committed`);
  } else if (form === DEFERRAL) {
    if (rule.necessity !== 'DEFERRABLE') throw refused('DEFERRAL_NOT_ALLOWED', offered, `${place}.deferred`);
  } else if (!acceptedForms[rule.kind].includes(form) || (form === CERTIFICATE && rule.anyOf.length === 0)) {
    throw refused('MATERIAL_INVALID', offered, place, 'form-not-accepted');
  }
}

type MaterialError = 'MATERIAL_UNKNOWN' | 'MATERIAL_INVALID' | 'COMMITMENT_NOT_ALLOWED' | 'DEFERRAL_NOT_ALLOWED';

function refused(code: MaterialError, { requirement }: OfferedMaterial, field: string, reason = ''): KuashiError {
  return new KuashiError(code, { field, params: { material: requirement, reason } });
}

/** Whether a certificate of this type satisfies the requirement: any one of its alternatives does. */
export function acceptsType(requirement: MaterialRequirement, type: string): boolean {
  return requirement.anyOf.includes(type);
}

/** Certificates that stand in the way of an acceptance: not verified yet, or failed. */
export function unsettled<M extends { readonly status: MaterialStatus }>(materials: readonly M[]): readonly M[] {
  return materials.filter(({ status }) => status === MaterialStatus.UNVERIFIED || status === MaterialStatus.FAILED);
}
