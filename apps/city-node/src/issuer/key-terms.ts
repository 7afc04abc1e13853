import type { AuthorityKey } from './authority-key.entity.js';
import type { KeyPeriod } from './key-periods.js';

const day = 86_400_000;

/** A successor begins at least so long before its predecessor's end, however late it is made. */
const leastHandover = 60_000;

/** From when until when a key signs. */
export interface KeyTerm {
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** Of a key only what the rules about periods look at. */
type Periodic = Pick<AuthorityKey, 'validFrom' | 'validUntil' | 'sealedKey' | 'statedAt'>;

/**
 * The term of the key to be made now, for one purpose of one authority or node; undefined while none is due. A successor
 * is made `announced` before it takes over, and takes over `handover` before its predecessor ends. Where no key can sign
 * (the first start, a node that was off for long) the new one begins at once.
 */
export function dueTerm(keys: readonly Periodic[], period: KeyPeriod, now: Date): KeyTerm | undefined {
  const usable = keys.filter(({ sealedKey }) => sealedKey !== '');
  if (!usable.some((key) => covers(key, now))) return termFrom(now.getTime(), period);
  const end = Math.max(...usable.map(({ validUntil }) => validUntil?.getTime() ?? Infinity));
  const takesOver = end - period.handover * day;
  if (now.getTime() < takesOver - period.announced * day) return undefined;
  const announced = Math.max(takesOver, now.getTime() + period.announced * day);
  return termFrom(Math.max(now.getTime(), Math.min(announced, end - leastHandover)), period);
}

/**
 * The key that signs now: the newest whose term has begun. One that the registry has not accepted yet signs only when
 * there is no other.
 */
export function signingKey<Key extends Periodic>(keys: readonly Key[], now: Date): Key | undefined {
  const able = keys.filter((key) => key.sealedKey !== '' && covers(key, now));
  const stated = able.filter(({ statedAt }) => statedAt !== null);
  return (stated.length > 0 ? stated : able).reduce<Key | undefined>(
    (newest, key) => (newest && newest.validFrom >= key.validFrom ? newest : key),
    undefined,
  );
}

/** Whether a key has signed its last: its private half is of no more use to anybody honest. */
export function isRetired({ validUntil, sealedKey }: Periodic, now: Date): boolean {
  return sealedKey !== '' && validUntil !== null && validUntil <= now;
}

function covers({ validFrom, validUntil }: Periodic, now: Date): boolean {
  return validFrom <= now && (validUntil === null || now < validUntil);
}

/** Whole seconds, as `iat` has them: what is signed in a key's first second must not lie before it. */
function termFrom(start: number, { signs }: KeyPeriod): KeyTerm {
  const validFrom = new Date(Math.floor(start / 1000) * 1000);
  return { validFrom, validUntil: new Date(validFrom.getTime() + signs * day) };
}
