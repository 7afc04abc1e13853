import type { Environment } from '../provision/environments.js';
import type { Member, ProgramName } from '../topology.js';

/** A started program, whether in this process or in one of its own. */
export interface Started {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a member of the sandbox with its environment. */
export type Launch = (member: Member, environment: Environment) => Promise<Started>;

/** Each program's entry, loaded when it is first started. */
const entries: Record<ProgramName, () => Promise<{ startProgram: (environment: Environment) => Promise<Started> }>> = {
  gateway: () => import('../../../gateway/src/program.js'),
  identity: () => import('../../../identity/src/program.js'),
  registry: () => import('../../../registry/src/program.js'),
  'city-node': () => import('../../../city-node/src/program.js'),
};

/** Starts a program inside this process. */
export const startInProcess: Launch = async ({ program }, environment) => {
  const { startProgram } = await entries[program]();
  return startProgram(environment);
};
