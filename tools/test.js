/** `npm test [-- jest arguments]`: installs and builds what is missing, then runs every spec. */
import { spawnSync } from 'node:child_process';
import { bin, ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const result = spawnSync(process.execPath, [bin('jest', 'bin/jest.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
  },
});
process.exit(result.status ?? 1);
