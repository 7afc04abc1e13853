/**
 * Between those who change something and one who waits for it: however often it was rung meanwhile, it is heard once.
 * So a slow listener holds one bit, and looks at what is there now.
 */
export class Doorbell {
  #rung: boolean;
  #wake = (): void => undefined;

  /**
   * @param ended aborted when nobody listens any longer
   * @param rung whether it was rung already
   */
  constructor(
    private readonly ended: AbortSignal,
    { rung = false }: { readonly rung?: boolean } = {},
  ) {
    this.#rung = rung;
    ended.addEventListener('abort', () => this.#wake());
  }

  /** Rings it. */
  readonly ring = (): void => {
    this.#rung = true;
    this.#wake();
  };

  /** Resolves with true once it has been rung since it was last heard; with false when nobody listens any longer. */
  async heard(): Promise<boolean> {
    if (!this.#rung && !this.ended.aborted) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#rung = false;
    return !this.ended.aborted;
  }
}
