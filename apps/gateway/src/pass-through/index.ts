export { RegistryVerifyProxy } from './registry-verify-proxy.js';
export { SandboxProxy } from './sandbox-proxy.js';
