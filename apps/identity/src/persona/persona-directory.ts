import { createHmac } from 'node:crypto';
import { KuashiError, type Holder } from '#libs/kernel';
import { accountClaims, type AccountClaims } from './account-claims.js';
import type { Person } from './draw-people.js';

/** Somebody who can log in. */
export interface Account extends Person {
  /** Opaque subject of the tokens; the same at every start with the same provincial key. */
  readonly subject: string;
  readonly claims: AccountClaims;
}

/** The synthetic people one can log in as. They are drawn when first asked for. */
export class PersonaDirectory {
  #accounts: readonly Account[] | undefined;

  /** @param holderKey the provincial key; @param draw gives the people, in a stable order. */
  constructor(
    private readonly holderKey: Uint8Array,
    private readonly draw: () => readonly Person[],
  ) {}

  /** Everybody, in the order drawn. */
  all(): readonly Account[] {
    return (this.#accounts ??= this.draw().map((person) => this.#account(person)));
  }

  /** @throws KuashiError PERSONA_UNKNOWN */
  byId(id: string, field = 'persona'): Account {
    const account = this.find(id);
    if (account === undefined) throw new KuashiError('PERSONA_UNKNOWN', { field, params: { persona: id } });
    return account;
  }

  /** The account of a persona, if there is one. */
  find(id: string): Account | undefined {
    return this.all().find(({ persona }) => persona.id === id);
  }

  /** The account of a token's subject. */
  bySubject(subject: string): Account | undefined {
    return this.all().find((account) => account.subject === subject);
  }

  /** The account of a holder, if it can log in. */
  byHolder(holder: Holder): Account | undefined {
    return this.all().find(({ claims }) => claims.holder === holder);
  }

  #account(person: Person): Account {
    const subject = createHmac('sha256', this.holderKey).update(`subject|${person.persona.id}`).digest('base64url');
    return { ...person, subject, claims: accountClaims(person.persona, this.holderKey) };
  }
}
