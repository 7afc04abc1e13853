import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Mutex } from 'async-mutex';
import type { Environment } from '../provision/environments.js';
import type { Member } from '../topology.js';

/** A started program, whether in this process or in one of its own. */
export interface Started {
  readonly url: string;
  /** Its process, when it has one of its own. */
  readonly pid?: number;
  close(): Promise<void>;
}

/** Starts a member of the sandbox with its environment. */
export type Launch = (member: Member, environment: Environment) => Promise<Started>;

const require = createRequire(import.meta.url);

/** What a program's `program.ts` exports. */
interface Entry {
  readonly startProgram: (environment: Environment) => Promise<Started>;
}

/** On one thread, programs that start side by side are ready no sooner and hold what each needs to start all at once. */
const oneAtATime = new Mutex();

/** Starts a program inside this process; its modules are loaded when it is first started. */
export const startInProcess: Launch = async (member, environment) => {
  const { startProgram } = await load(new URL(`../../../${member.program}/src/program.js`, import.meta.url));
  return oneAtATime.runExclusive(() => startProgram(environment));
};

/** By `require` where Node can (20.19, 22.12): of 3,000 modules, `import()` costs a quarter more. */
async function load(entry: URL): Promise<Entry> {
  const loaded: unknown = process.features.require_module ? require(fileURLToPath(entry)) : await import(entry.href);
  return loaded as Entry;
}
