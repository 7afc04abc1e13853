export { LoginController } from './login.controller.js';
