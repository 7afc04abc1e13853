/** One-call worlds for end-to-end tests: the real programs, on free ports, with state of their own. */
export { createWorld, type WorldOptions } from './create-world.js';
export { logIn } from './log-in.js';
export { World, type Answer, type AnswerError, type Persona } from './world.js';
export { Browser } from './wallet/browser.js';
export { type HeldCredential, type Received, type TakeUp, Wallet } from './wallet/wallet.js';
export { type Departure, PresentingWallet, type ReadRequest, type WalletKey } from './wallet/presenting-wallet.js';
