/** Mandates (委托书): who may act for whom, for what, how long. */
export { MandateModule } from './mandate.module.js';
export { MandateResolver } from './mandate.resolver.js';
export { MandateRecord } from './mandate.entity.js';
export { CreateMandates1790000000700 } from './create-mandates.migration.js';
export { EndMandate } from './end-mandate.js';
export { GrantMandate } from './grant-mandate.js';
export { CheckMandate, type MandatedAct } from './check-mandate.js';
export type { CoveredMandate } from './mandate-question.js';
