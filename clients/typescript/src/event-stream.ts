/** An event of a `text/event-stream` (HTML standard, server-sent events). */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** Reads the events of a stream as they come; comments, which keep it alive, are dropped, and what is not finished too. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let lines: string[] = [];
  for await (const line of linesOf(body)) {
    if (line !== '') lines.push(line);
    else {
      const event = eventOf(lines);
      lines = [];
      if (event) yield event;
    }
  }
}

/** The lines of a text in chunks; CR, LF and CRLF end a line. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A CR at the end may be the first half of a CRLF.
      const text = rest + value;
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const lines = whole.split(/\r\n|\r|\n/);
      rest = (lines.pop() ?? '') + text.slice(whole.length);
      yield* lines;
    }
  } finally {
    await reader.cancel();
  }
}

function eventOf(lines: readonly string[]): StreamEvent | undefined {
  const fields = lines.filter((line) => !line.startsWith(':')).map((line) => /^([^:]*):? ?(.*)$/s.exec(line));
  const values = (name: string): string[] => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  const data = values('data');
  const name = values('event').at(-1) ?? 'message';
  return fields.length === 0 ? undefined : { name, data: data.join('\n') };
}
