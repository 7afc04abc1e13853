export { loadOrMakeKeys, SigningKeys } from './signing-keys.js';
