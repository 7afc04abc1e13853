import { cityOf, holderOf, type DivisionCode, type Holder } from '#libs/kernel';
import type { Persona } from '#seeds';

/** The claims of an access token beside RFC 9068's own. No name and no number of a person is among them. */
export interface AccountClaims {
  readonly holder?: Holder;
  readonly holder_kind?: 'natural-person' | 'legal-person';
  readonly roles: readonly string[];
  readonly city?: DivisionCode;
  readonly window?: string;
  readonly authority?: string;
}

const holderKinds = { '111': 'natural-person', '001': 'legal-person' } as const;

/** The claims of a persona; its number only enters the holder, an HMAC under the provincial key. */
export function accountClaims(persona: Persona, holderKey: Uint8Array): AccountClaims {
  const { holderIdType: type, holderIdNumber: number } = persona;
  const holder =
    type === undefined || number === undefined
      ? {}
      : { holder: holderOf(holderKey, type, number), holder_kind: holderKinds[type] };
  return {
    ...holder,
    roles: persona.roles,
    city: cityOf(persona.division),
    ...(persona.window ? { window: persona.window } : {}),
    ...(persona.authority ? { authority: persona.authority } : {}),
  };
}
