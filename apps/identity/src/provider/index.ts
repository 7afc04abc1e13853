export { createProvider } from './create-provider.js';
export { providerMount } from './provider-mount.js';
