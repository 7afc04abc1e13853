import type { DivisionCode } from '#libs/kernel';
import type { Enterprise, Person } from '../people.js';
import type { Turn } from './life.js';

/** A person with all that certificates say of them. */
export interface Resident {
  readonly person: Person;
  readonly life: ReadonlySet<Turn>;
  /** Relation to the head of the household, as the register writes it. */
  readonly relation: string;
  readonly household: Household;
  readonly spouse?: Person;
  readonly father?: Person;
  readonly mother?: Person;
}

/** What the members of a household share. */
export interface Household {
  readonly id: string;
  readonly number: string;
  /** 1 for the first household of the city. */
  readonly order: number;
  /** Told in the city's file: the papers of these people are in order. */
  readonly told: boolean;
  readonly headName: string;
  /** Where they live. */
  readonly address: string;
  /** Where they are registered: another address if they moved in from another city. */
  readonly registeredAddress: string;
  readonly size: number;
  readonly county: DivisionCode;
}

/** An enterprise with what its licences say. */
export interface Firm {
  readonly enterprise: Enterprise;
  readonly industry: string;
  readonly scope: string;
  readonly representative: Person;
  readonly address: string;
  readonly county: DivisionCode;
  /** Types beyond those that every enterprise holds. */
  readonly licences: readonly string[];
}
