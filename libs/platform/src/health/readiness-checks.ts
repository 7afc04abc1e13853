/** What a check found: undefined when ready, else the reason in a few words (no personal data, no secrets). */
export type ReadinessCheck = () => Promise<string | undefined> | string | undefined;

/** The checks behind /readyz. Features register theirs when their module starts. */
export class ReadinessChecks {
  readonly #checks = new Map<string, ReadinessCheck>();

  /** Adds a check; a second one of the same name replaces the first. */
  register(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** Runs every check: name → reason it is not ready. Empty when all are. */
  async faults(): Promise<Readonly<Record<string, string>>> {
    const results = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    return Object.fromEntries(results.filter((result): result is [string, string] => result[1] !== undefined));
  }
}

async function outcome(check: ReadinessCheck): Promise<string | undefined> {
  try {
    return await check();
  } catch {
    return 'the check failed';
  }
}
