/** `npm run test:load [-- --seconds 60]`: builds what is missing, then runs the load test against programs of its own. */
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
process.env.NODE_ENV ??= 'production';
await import('../dist/test/load/main.js');
