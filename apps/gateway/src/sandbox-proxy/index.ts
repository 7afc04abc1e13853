export { SandboxProxy } from './sandbox-proxy.js';
