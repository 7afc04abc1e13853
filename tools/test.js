/** `npm test [-- jest arguments]`: installs and builds what is missing, then runs every spec. */
import { spawnSync } from 'node:child_process';
import { bin, ensureBuilt, ensureInstalled, root } from './prepare.js';

const projects = ['unit', 'e2e'];

/** `--selectProjects unit libs/kernel` means that project and that path; jest would take the path for a project. */
function pathsFirst(given) {
  const at = given.indexOf('--selectProjects');
  if (at < 0) return given;
  const end = given.findIndex((word, index) => index > at && !projects.includes(word));
  const [before, after] = [given.slice(0, at), end < 0 ? [] : given.slice(end)];
  return [...before, ...after, ...given.slice(at, end < 0 ? undefined : end)];
}

ensureInstalled();
ensureBuilt();
const result = spawnSync(process.execPath, [bin('jest', 'bin/jest.js'), ...pathsFirst(process.argv.slice(2))], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
  },
});
process.exit(result.status ?? 1);
