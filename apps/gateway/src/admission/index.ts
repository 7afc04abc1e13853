export { openAdmission } from './open-admission.js';
