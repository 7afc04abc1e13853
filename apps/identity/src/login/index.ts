export { AskedCredentials } from './asked-credentials.js';
export { LoginController } from './login.controller.js';
