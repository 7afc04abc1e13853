import { hash } from 'node:crypto';
import type { JsonObject } from '../json.js';

/** A text in the three languages in which certificates are shown. */
export interface DisplayName {
  readonly zhHans: string;
  readonly zhHant: string;
  readonly en: string;
}

/** One claim of a type, as a wallet shows it. */
export interface ClaimDescription {
  readonly name: string;
  readonly label: DisplayName;
  /** Whether every certificate of the type has it. */
  readonly mandatory: boolean;
}

/** What the directory says of a certificate type. */
export interface TypeDescription {
  /** The type's URL. */
  readonly vct: string;
  readonly name: DisplayName;
  readonly claims: readonly ClaimDescription[];
}

/** A JSON document as it is served, and the value by which others can tell that it is unchanged. */
export interface IntegralDocument {
  readonly text: string;
  /** W3C Subresource Integrity, `sha256-…`: the value of `vct#integrity`. */
  readonly integrity: string;
}

const languages = [
  ['zh-Hans', 'zhHans'],
  ['zh-Hant', 'zhHant'],
  ['en', 'en'],
] as const;

/**
 * The type metadata document of a certificate type (SD-JWT VC §6): names and claims in three languages, which claims
 * can be withheld, and the JSON Schema of its claims, bound by its own integrity value. The same description gives the
 * same bytes everywhere: an issuer states `vct#integrity` without asking the registry.
 */
export function typeMetadata(type: TypeDescription): IntegralDocument {
  const display = languages.map(([locale, key]) => ({ locale, name: type.name[key] }));
  const claims = type.claims.map(({ name, label, mandatory }) => ({
    path: [name],
    display: languages.map(([locale, key]) => ({ locale, label: label[key] })),
    mandatory,
    sd: 'always',
  }));
  return integral({
    vct: type.vct,
    name: type.name.en,
    display,
    claims,
    schema_uri: `${type.vct}/schema`,
    'schema_uri#integrity': typeSchema(type).integrity,
  });
}

/** JSON Schema (2020-12) of the claims of a credential of this type with everything disclosed. */
export function typeSchema({ vct, name, claims }: TypeDescription): IntegralDocument {
  const own = claims.map((claim) => [claim.name, { title: claim.label.en, type: ['string', 'number', 'boolean'] }]);
  const text = { type: 'string' };
  return integral({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${vct}/schema`,
    title: name.en,
    type: 'object',
    required: ['iss', 'vct', 'identifier', 'status'],
    properties: {
      ...{ iss: text, vct: { const: vct }, identifier: text, status: { type: 'object' } },
      ...(Object.fromEntries(own) as JsonObject),
    },
  });
}

function integral(document: JsonObject): IntegralDocument {
  const text = JSON.stringify(document);
  return { text, integrity: `sha256-${hash('sha256', text, 'base64')}` };
}
