export { SandboxController } from './sandbox.controller.js';
export { TokenIssuer } from './token-issuer.js';
