/** `npm run -s verify-credential -- FILE …`: verifies a credential with saved documents, offline. */
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
await import('../dist/apps/verify-credential/src/main.js');
