/**
 * Values that come one after another. Nothing happens before the first is asked for. `return()` ends it at once, also
 * while a value is awaited: an async generator alone would only end once that value had come.
 */
export interface Stream<T> {
  [Symbol.asyncIterator](): Stream<T>;
  next(): Promise<IteratorResult<T, void>>;
  return(): Promise<IteratorResult<T, void>>;
}

/**
 * The stream of a generator's values. Its signal is aborted when the reader has had enough: whatever the generator
 * waits for then must end, and the generator with it. A value that comes after that is given to nobody.
 */
export function streamOf<T>(produce: (ended: AbortSignal) => AsyncGenerator<T, void, undefined>): Stream<T> {
  const controller = new AbortController();
  const values = produce(controller.signal);
  const stream: Stream<T> = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => {
      const result = await values.next();
      return controller.signal.aborted ? over : result;
    },
    return: () => {
      controller.abort();
      return values.return();
    },
  };
  return stream;
}

const over = { done: true, value: undefined } as const;

/** Whether a value is a stream. */
export function isStream<T>(value: object): value is Stream<T> {
  return Symbol.asyncIterator in value;
}
