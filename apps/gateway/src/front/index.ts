export { FrontModule, type FrontParts } from './front.module.js';
