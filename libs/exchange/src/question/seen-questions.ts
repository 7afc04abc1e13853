/**
 * The ids of questions that could still be replayed: someone who has overheard a question must not get the answer by
 * sending it again. In memory, for a question lives only for a minute or two.
 */
export class SeenQuestions {
  private readonly expiries = new Map<string, number>();

  /** Seconds by which clocks may differ: the envelope is accepted that much longer. */
  constructor(private readonly clockTolerance: number) {}

  /**
   * Remembers a question.
   * @param expires seconds since 1970
   * @returns false when it was asked before
   */
  remember(sender: string, id: string, expires: number, now: Date): boolean {
    this.forgetExpired(now.getTime() / 1000);
    const question = `${sender}|${id}`;
    if (this.expiries.has(question)) return false;
    this.expiries.set(question, expires + this.clockTolerance);
    return true;
  }

  /** Oldest first, as far as the first that still counts: questions live about equally long. */
  private forgetExpired(now: number): void {
    for (const [question, expiry] of this.expiries) {
      if (expiry >= now) return;
      this.expiries.delete(question);
    }
  }
}
