/** `npm run build`: the whole repository into dist/. */
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
