import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something that comes by itself; the test's own time limit ends it when it does not come. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(50);
}
