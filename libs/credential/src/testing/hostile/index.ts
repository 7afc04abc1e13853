import { hostileClaims } from './claims.js';
import { hostileDisclosures } from './disclosures.js';
import { hostileEncodings } from './encodings.js';
import type { HostileCase } from './forger.js';
import { hostileHeaders } from './headers.js';

export { audience, Forger, nonce, type HostileCase } from './forger.js';
export { hostileKeyBindings } from './key-bindings.js';
export { endedByStatus, statusGames } from './status-games.js';

/** Hostile tokens by what they play with, for a verifier that asks for no key binding. */
export const hostileTopics: readonly (readonly [topic: string, cases: readonly HostileCase[]])[] = [
  ['header', hostileHeaders],
  ['encoding', hostileEncodings],
  ['claims', hostileClaims],
  ['disclosures', hostileDisclosures],
];
