import { types } from 'node:util';
import { usage } from './sandbox-options.js';

/** What a fault may carry beside its message. */
interface Facts {
  readonly code?: unknown;
  readonly port?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
}

/** Why the sandbox did not start, for whoever typed the command: words, and a stack only for a fault of the program. */
export async function explainFailure(fault: unknown): Promise<string> {
  if (!types.isNativeError(fault)) return String(fault);
  const busy = busyPort(fault);
  if (busy !== undefined) {
    return (
      `Port ${busy} is in use, perhaps by a sandbox that runs already. Stop that one, or start beside it: ` +
      'npm start -- --free-ports --state FOLDER'
    );
  }
  const { code, syscall } = fault as Facts;
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return `${fault.message}\n${usage}`;
  if (syscall !== undefined || fault.constructor === Error) return fault.message;
  const { explain } = await import('#libs/platform');
  return explain(fault);
}

function busyPort(fault: Error): string | undefined {
  for (const { code, port } of [fault, fault.cause ?? {}] as Facts[]) {
    if (code === 'EADDRINUSE') return String(port);
  }
  return undefined;
}
