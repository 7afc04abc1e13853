/** Requests that their callers may send again: each has its effect once. */
export { RepeatableInput } from './repeatable.input.js';
export { idOf, requestOf, type Repeatable } from './request-of.js';
export { RunOnce } from './run-once.js';
