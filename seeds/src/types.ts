import type { DivisionCode } from '#libs/kernel';

/** A name in the three languages of the product. `zhHant` is converted when the rows are generated. */
export interface LocalizedName {
  readonly zhHans: string;
  readonly zhHant: string;
  readonly en: string;
}

/** Handling modes, as GraphQL names them. */
export const handlingModes = ['FULLY_ONLINE', 'REMOTE_INTAKE', 'MULTI_CITY_JOINT', 'ANY_OFFICE'] as const;
/** How a service item may be handled across cities (通办模式). */
export type HandlingMode = (typeof handlingModes)[number];

/** For which kind of applicant a material is meant. */
export const applicantKinds = ['natural-person', 'legal-person', 'both'] as const;
/** Which kind of applicant a row is meant for. */
export type ApplicantKind = (typeof applicantKinds)[number];

/** Kinds of material. */
export const materialKinds = ['CERTIFICATE', 'FORM', 'PHOTO', 'DECLARATION', 'ORIGINAL'] as const;
/** Kind of a material (材料类型). */
export type MaterialKind = (typeof materialKinds)[number];

/** Whose certificate a material asks for. */
export const materialSubjects = ['APPLICANT', 'LEGAL_REPRESENTATIVE', 'SPOUSE', 'CHILD', 'DECEASED', 'ASSET'] as const;
/** Whose certificate or paper a material is. */
export type MaterialSubject = (typeof materialSubjects)[number];

/** Levels at which an authority acts, from low to high. */
export const authorityLevels = ['county', 'municipal', 'provincial', 'national'] as const;
/** Level of an authority (行使层级). */
export type AuthorityLevel = (typeof authorityLevels)[number];

/** Levels of recognition, from low to high; a higher one includes the lower. */
export const recognitionLevels = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;
/** What the receiving city may do with another city's certificate: from nothing (R0) to issuing for it (R5). */
export type RecognitionLevel = (typeof recognitionLevels)[number];

/** Roles of staff, as access tokens carry them. */
export const staffRoles = [
  'window-clerk',
  'acceptance-clerk',
  'reviewer',
  'decider',
  'issuing-officer',
  'supervisor',
  'auditor',
] as const;
/** A role of staff. */
export type StaffRole = (typeof staffRoles)[number];
/** A role, as access tokens carry it. */
export type Role = StaffRole | 'citizen' | 'agent' | 'legal-person';

/** A date of the Chinese calendar day, `YYYY-MM-DD`, without a time zone. */
export type SeedDate = string;

/** One material of an item (材料). For a CERTIFICATE any one type of `anyOf` satisfies it. */
export interface MaterialRequirement {
  readonly key: string;
  readonly name: LocalizedName;
  readonly kind: MaterialKind;
  /** Certificate type keys that each satisfy the material; empty unless `kind` is CERTIFICATE. */
  readonly anyOf: readonly string[];
  /** The claims that may be disclosed for this material, and no others. */
  readonly claims: readonly string[];
  readonly applicantKind: ApplicantKind;
  readonly whose: MaterialSubject;
  readonly necessity: 'REQUIRED' | 'DEFERRABLE';
  /** Whether a written commitment may stand in for the material (告知承诺). */
  readonly commitmentAllowed: boolean;
}

/** A row of the basic catalogue (基本目录). */
export interface ServiceItem {
  readonly key: string;
  /** 12 digits: region, item type, department, main item, sub-item. */
  readonly basicCode: string;
  readonly name: LocalizedName;
  readonly domain: string;
  readonly audience: 'individual' | 'legal-person' | 'both';
  readonly department: string;
  readonly modes: readonly HandlingMode[];
  readonly statutoryDays: number;
  readonly committedDays: number;
  readonly dayUnit: 'working' | 'calendar';
  readonly onTheSpot: boolean;
  /** Certificate type key of the result, if the item ends in one. */
  readonly resultCertificate?: string;
  /** Whom the result is about: the applicant, or another (what is founded, a child), whom the issuing officer names. */
  readonly resultNames?: 'applicant' | 'another';
  readonly authorityLevel: AuthorityLevel;
  /** The person must come: no agent and no remote intake. */
  readonly presenceRequired: boolean;
  readonly clockStarts: 'acceptance' | 'receipt';
  /** A wait prescribed by law before the decision, in `dayUnit`. */
  readonly minimumWaitDays?: number;
  readonly source: string;
  readonly sourceConfidence: string;
  readonly materials: readonly MaterialRequirement[];
}

/** A row of the certificate-type directory (证照类型). */
export interface CertificateType {
  readonly key: string;
  /** 21 characters: defining authority and sequence, GB/T 36904. */
  readonly code: string;
  readonly name: LocalizedName;
  readonly domain: string;
  readonly holderKind: 'natural-person' | 'legal-person' | 'asset';
  readonly issuingDepartment: string;
  readonly category: string;
  /** How long such a certificate is valid, in words of the source. */
  readonly validity: string;
  readonly claims: readonly string[];
  readonly sensitiveClaims: readonly string[];
  /** Those that a certificate has only if there is something to say. */
  readonly optionalClaims: readonly string[];
  readonly levelOfAssurance: string;
  readonly issuerLevel: AuthorityLevel;
  /** Recognised everywhere from the national register. */
  readonly nationalSource: boolean;
  readonly standardNo?: string;
  /** The real 21-character type code where one was seen; never used for synthetic certificates. */
  readonly knownTypeCode?: string;
  readonly source: string;
  readonly sourceConfidence: string;
}

/** Recognition of a type, issued in one city, accepted in another, for one use (互认规则). */
export interface RecognitionRule {
  readonly type: string;
  readonly issuing: DivisionCode | '*';
  readonly accepting: DivisionCode | '*';
  /** Item key, or `*` for every item. */
  readonly item: string;
  /** What the certificate is used for, e.g. `application`; `*` for every purpose. */
  readonly purpose: string;
  readonly level: RecognitionLevel;
  readonly validFrom: SeedDate;
  readonly validUntil?: SeedDate;
  readonly basis: string;
  readonly sourceConfidence: string;
}

/** A bundle of items (一件事一次办). */
export interface Bundle {
  readonly key: string;
  readonly name: LocalizedName;
  readonly audience: 'individual' | 'legal-person' | 'both';
  readonly items: readonly string[];
  readonly source: string;
  readonly sourceConfidence: string;
}

/** A row for the kernel's division table. */
export interface DivisionSeed {
  readonly code: DivisionCode;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: 'province' | 'city' | 'county';
  readonly status: 'current' | 'retired' | 'synthetic';
  readonly successor?: DivisionCode;
  readonly note?: string;
}

/** A body that issues certificates and decides cases. */
export interface Authority {
  /** Unified social credit code (统一社会信用代码), in the synthetic range. */
  readonly code: string;
  readonly name: LocalizedName;
  readonly division: DivisionCode;
  readonly level: AuthorityLevel;
  /** The departments of items and types it answers for. */
  readonly departments: readonly string[];
  /** Certificate type keys it may issue. */
  readonly issues: readonly string[];
}

/** A government service centre (政务服务中心). */
export interface Centre {
  readonly id: string;
  readonly division: DivisionCode;
  readonly kind: 'municipal' | 'county' | 'functional-zone';
  readonly name: LocalizedName;
  readonly address?: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly source: string;
  readonly sourceConfidence: string;
}

/** A window of a centre (窗口). */
export interface Window {
  readonly id: string;
  readonly centre: string;
  readonly name: LocalizedName;
  /** Item domains served; `*` for all. */
  readonly services: readonly string[];
  /** Takes papers for other cities. */
  readonly crossCity: boolean;
}

/** How one authority carries out an item (实施清单). */
export interface Implementation {
  /** 31 characters: implementing body, exercise level, basic code. */
  readonly code: string;
  readonly item: string;
  /** City, county or 430000: where the authority decides. */
  readonly division: DivisionCode;
  /** The division of the node that owns it. */
  readonly city: DivisionCode;
  readonly authority: string;
  readonly level: AuthorityLevel;
  readonly committedDays: number;
  readonly windows: readonly string[];
  readonly modes: readonly HandlingMode[];
  readonly onTheSpot: boolean;
}

/** A synthetic officer. Without `authority` an officer may act for every authority of the division's node. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly authority?: string;
  readonly window?: string;
  readonly division: DivisionCode;
}

/** What the province's folder holds. Its node decides provincial items and stands in for the national registers. */
export interface ProvinceSeeds {
  readonly division: DivisionCode;
  readonly name: LocalizedName;
  readonly personaPrefix: string;
  readonly syntheticDivision: string;
  readonly items: readonly ServiceItem[];
  readonly certificateTypes: readonly CertificateType[];
  /** What every claim of the types is called. */
  readonly claimNames: ReadonlyMap<string, LocalizedName>;
  /** What the departments of items and types are called, by their simplified Chinese text. */
  readonly departmentNames: ReadonlyMap<string, LocalizedName>;
  readonly recognitionRules: readonly RecognitionRule[];
  readonly bundles: readonly Bundle[];
  readonly divisions: readonly DivisionSeed[];
  readonly authorities: readonly Authority[];
  readonly centres: readonly Centre[];
  readonly windows: readonly Window[];
  readonly implementations: readonly Implementation[];
  readonly staff: readonly Staff[];
}

/** city.json: what a city says of itself. */
export interface CityProfile {
  readonly division: DivisionCode;
  readonly name: LocalizedName;
  /** Prefix of persona and staff ids, e.g. `zz`. */
  readonly personaPrefix: string;
  /** Address code of the city's synthetic people and bodies, e.g. 430299. */
  readonly syntheticDivision: string;
  readonly population: {
    readonly households: number;
    readonly enterprises: number;
    /** How many of a hundred households moved in from another city and kept certificates of it, by city. */
    readonly formerResidents: Readonly<Record<string, number>>;
    /** The first households, told one by one: their heads become the first personas. */
    readonly characters: readonly Character[];
  };
}

/** Shapes of the synthetic households. */
export const familyKinds = ['single', 'couple', 'couple-with-children', 'three-generations', 'widowed'] as const;
/** Shape of a synthetic household. */
export type FamilyKind = (typeof familyKinds)[number];

/** A household that the city's file asks for. */
export interface Character {
  readonly family: FamilyKind;
  /** The city they moved in from, whose household register and other certificates they still hold. */
  readonly formerCity?: string;
}

/** Everything in a city’s folder, checked. */
export interface CitySeeds extends CityProfile {
  /** Authorities of the cities that people moved in from: they issued the certificates those people still hold. */
  readonly formerAuthorities: readonly Authority[];
  readonly divisions: readonly DivisionSeed[];
  readonly authorities: readonly Authority[];
  readonly centres: readonly Centre[];
  readonly windows: readonly Window[];
  readonly implementations: readonly Implementation[];
  readonly staff: readonly Staff[];
}
