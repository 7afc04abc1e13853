import { describeError, KuashiError, textOfParam } from '#libs/kernel';
import type { RunningProgram, StartProgram } from './running-program.js';

/**
 * The process around a program: environment in, signals to close, faults to the error output and status 1. A program
 * whose parent goes away ends too, even while it starts.
 */
export async function runMain(start: StartProgram): Promise<void> {
  const orphaned = (): never => process.exit(1);
  process.once('disconnect', orphaned);
  try {
    const program = await start(process.env);
    process.off('disconnect', orphaned);
    closeOnSignal(program);
    process.send?.({ ready: program.url });
  } catch (fault) {
    process.stderr.write(`${explain(fault)}\n`);
    process.exit(1);
  }
}

function closeOnSignal(program: RunningProgram): void {
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    program.close().then(
      () => process.exit(0),
      (fault: unknown) => {
        process.stderr.write(`${explain(fault)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  process.once('disconnect', close);
}

/** A known error in words; anything else with its stack, for it is a fault of the program. */
export function explain(fault: unknown): string {
  if (fault instanceof KuashiError) {
    const { message, action } = describeError(fault, 'en');
    const { node } = fault.params;
    const facts = [node && textOfParam(node), fault.cause instanceof Error && fault.cause.message];
    return [`${fault.code}: ${message}`, ...facts.filter(Boolean), action].join('\n');
  }
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
