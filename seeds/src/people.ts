import type { DivisionCode } from '#libs/kernel';
import type { Role, SeedDate } from './types.js';

/** A synthetic natural person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly residentId: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: SeedDate;
  readonly deathDate?: SeedDate;
  readonly householdId: string;
  /** County of residence. */
  readonly county: DivisionCode;
  /** The city they moved in from and still hold certificates of. */
  readonly formerCity?: DivisionCode;
  readonly spouse?: string;
  readonly children: readonly string[];
}

/** A synthetic enterprise. */
export interface Enterprise {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  /** Person id. */
  readonly legalRepresentative: string;
  readonly establishedOn: SeedDate;
}

/** The value of a claim in a seeded certificate. */
export type ClaimValue = string | number | boolean | null;

/** A certificate that the authority issues when its node first starts. */
export interface SeedCertificate {
  readonly type: string;
  /** USCC of an authority that is entitled to issue the type. */
  readonly authority: string;
  /** Division of the node that issues: a city, or the province's. */
  readonly division: DivisionCode;
  readonly holderIdType: '111' | '001';
  readonly holderIdNumber: string;
  readonly holderName: string;
  /** For certificates of an asset: the id numbers of all its owners. */
  readonly assetOwners?: readonly string[];
  /** Serial part of the certificate identifier (GB/T 36904). */
  readonly serial: string;
  readonly claims: Readonly<Record<string, ClaimValue>>;
  readonly issuedOn: SeedDate;
  readonly validFrom: SeedDate;
  readonly validUntil?: SeedDate;
}

/** The synthetic people and enterprises of a city, with the certificates they hold. */
export interface Population {
  readonly division: DivisionCode;
  readonly people: readonly Person[];
  readonly enterprises: readonly Enterprise[];
  readonly certificates: readonly SeedCertificate[];
}

/** Somebody one can log in as in the sandbox. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly kind: 'citizen' | 'enterprise' | 'staff';
  readonly division: DivisionCode;
  readonly roles: readonly Role[];
  readonly holderIdType?: '111' | '001';
  readonly holderIdNumber?: string;
  readonly authority?: string;
  readonly window?: string;
}
