export { accountClaims, type AccountClaims } from './account-claims.js';
export { drawPeople, type Person } from './draw-people.js';
export { PersonaDirectory, type Account } from './persona-directory.js';
