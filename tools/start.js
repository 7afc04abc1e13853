/** `npm start`: installs and builds what is missing, then starts the sandbox in this process. */
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
process.env.NODE_ENV ??= 'production';
await import('../dist/apps/sandbox/src/main.js');
