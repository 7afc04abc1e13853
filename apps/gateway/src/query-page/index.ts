export { queryPage } from './query-page.js';
