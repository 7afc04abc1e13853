export { LoginProvider } from './login-provider.js';
export { providerMount } from './provider-mount.js';
export type { ProviderParts } from './provider-parts.js';
