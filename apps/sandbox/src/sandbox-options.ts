import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** How a sandbox is started. */
export interface SandboxOptions {
  /** Each program as a process of its own, instead of all in one. */
  readonly processes: boolean;
  /** Free ports instead of the documented ones. */
  readonly freePorts: boolean;
  /** Where keys, databases and cached documents live; removed by a reset. */
  readonly stateDirectory: string;
  /** The seed folder; its `cities/` names the cities. */
  readonly seedsDirectory: string;
  /** The same number gives the same synthetic people and certificates. */
  readonly seedNumber: string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What may be said after `npm start --`. */
export const usage = `Options of npm start --
  --processes          each program as a process of its own
  --free-ports         free ports instead of the documented ones
  --state FOLDER       where keys and databases live (var/sandbox)
  --seeds FOLDER       the seed folder (seeds)
  --seed-number N      the same number gives the same synthetic people (1)`;

/** Reads `npm start -- …`; an unknown option is refused with the list of the known ones. */
export function readSandboxOptions(args: readonly string[]): SandboxOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      processes: { type: 'boolean', default: false },
      'free-ports': { type: 'boolean', default: false },
      state: { type: 'string', default: join(root, 'var', 'sandbox') },
      seeds: { type: 'string', default: join(root, 'seeds') },
      'seed-number': { type: 'string', default: '1' },
    },
  });
  return {
    processes: values.processes,
    freePorts: values['free-ports'],
    stateDirectory: values.state,
    seedsDirectory: values.seeds,
    seedNumber: values['seed-number'],
  };
}
