/** GraphQL types that the registry's schema and the nodes' schema share: written once, so that they print equal. */
export { AuthorityLevel } from './authority-level.js';
export { DayUnit } from './day-unit.js';
export { HandlingMode } from './handling-mode.js';
export { RecognitionLevel } from './recognition-level.js';
export { CheckResult, checkResults, VerificationCheck } from './verification-check.js';
