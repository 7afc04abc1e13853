export class OutboxDispatcher {
  async start(): Promise<void> {
    throw new Error('not yet');
  }
  async stop(): Promise<void> {
    throw new Error('not yet');
  }
}
