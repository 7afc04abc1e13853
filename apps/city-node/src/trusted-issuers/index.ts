export { TrustedIssuers } from './trusted-issuers.js';
export { TrustedIssuersModule } from './trusted-issuers.module.js';
