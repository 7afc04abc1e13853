/** People and enterprises by their numbers: checked, turned into holders, kept nowhere in the clear. */
export { type HolderKind, identify, type Identified, type PersonAtWindow, PersonIdType } from './identify.js';
export { PersonInput } from './person.input.js';
