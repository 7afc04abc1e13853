import type { Brand } from '../brand.js';
import { KuashiError } from '../errors/kuashi-error.js';
import { isDivisionCode, type DivisionCode } from '../identifiers/division-code.js';
import type { Clock } from '../time/clock.js';
import type { Random } from './random.js';
import { createUlid, ulidShape } from './ulid.js';

/** An id that names its owner: `app_430200_01J…` is an application of Zhuzhou's node. Opaque to clients. */
export type GlobalId = Brand<string, 'GlobalId'>;

/** The prefix of each kind of thing that has an id. */
export const idPrefixes = {
  application: 'app',
  certificate: 'cert',
  intake: 'intake',
  window: 'win',
  certificateUse: 'use',
  centre: 'ctr',
  material: 'mat',
  document: 'doc',
  implementation: 'impl',
  mandate: 'mand',
  credentialOffer: 'offer',
  walletCredential: 'wcr',
  presentationRequest: 'vpr',
  useCode: 'code',
  dispute: 'dsp',
} as const;

/** A kind of thing that has an id. */
export type IdKind = keyof typeof idPrefixes;

/** What an id says. */
export interface GlobalIdParts {
  readonly kind: IdKind;
  readonly prefix: (typeof idPrefixes)[IdKind];
  /** The node that owns the thing. */
  readonly division: DivisionCode;
  /** A ULID, or the stable name of a thing that seeds define. */
  readonly unique: string;
}

/** Things that seeds define keep a readable name of their own; everything made at run time has a ULID. */
const named: ReadonlySet<IdKind> = new Set<IdKind>(['window', 'centre', 'implementation']);
const nameShape = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/;

const kindOfPrefix = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]));

/** Makes the id of a new thing: prefix, owner's division, ULID of the given clock and randomness. */
export function createId(kind: IdKind, division: DivisionCode, source: { clock: Clock; random: Random }): GlobalId {
  return `${idPrefixes[kind]}_${division}_${createUlid(source)}` as GlobalId;
}

/** The id of a thing that seeds define, from its stable name (letters, digits, hyphens; at most 64). */
export function createNamedId(kind: IdKind, division: DivisionCode, name: string): GlobalId {
  const id = `${idPrefixes[kind]}_${division}_${name}`;
  parseId(id, kind);
  return id as GlobalId;
}

/**
 * Parses an id.
 * @param kind the kind that is expected, if one is.
 * @throws ID_MALFORMED, or ID_OF_OTHER_TYPE if it is an id of another kind.
 */
export function parseId(text: string, kind?: IdKind, field?: string): GlobalIdParts {
  const [prefix = '', division = '', unique = '', ...rest] = typeof text === 'string' ? text.split('_') : [];
  const found = kindOfPrefix.get(prefix);
  if (!found || rest.length > 0 || !isDivisionCode(division) || !isUnique(found, unique)) {
    throw new KuashiError('ID_MALFORMED', { field });
  }
  if (kind && found !== kind) {
    throw new KuashiError('ID_OF_OTHER_TYPE', { field, params: { expected: idPrefixes[kind], found: prefix } });
  }
  return { kind: found, prefix: idPrefixes[found], division, unique };
}

/** The division of the node that owns an id; undefined if the text is no id. Looks at the form only, for any prefix. */
export function ownerOfId(text: string): DivisionCode | undefined {
  const division = /^[a-z]+_(\d{6})_[0-9A-Za-z-]+$/.exec(text)?.[1];
  return division !== undefined && isDivisionCode(division) ? division : undefined;
}

function isUnique(kind: IdKind, unique: string): boolean {
  return ulidShape.test(unique) || (named.has(kind) && nameShape.test(unique));
}
