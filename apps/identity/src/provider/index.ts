export { LoginProvider } from './login-provider.js';
export { providerMount } from './provider-mount.js';
