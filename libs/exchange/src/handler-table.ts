/** What features have registered for each type of message or question. */
export class HandlerTable<Handler> {
  private readonly handlers = new Map<string, Handler>();

  /** @throws Error when the type has a handler already: two features would fight over it */
  add(type: string, handler: Handler): void {
    if (this.handlers.has(type)) throw new Error(`There is a handler for ${type} already.`);
    this.handlers.set(type, handler);
  }

  find(type: string): Handler | undefined {
    return this.handlers.get(type);
  }
}
