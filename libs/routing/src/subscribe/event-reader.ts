import { StringDecoder } from 'node:string_decoder';

/** One event of a stream, by its name. */
export interface ServerSentEvent {
  /** `message` when the stream gives it none */
  readonly event: string;
  /** its lines, joined by line feeds */
  readonly data: string;
}

/**
 * Reads a `text/event-stream` (HTML standard, section 9.2) however it is cut into chunks: inside a line, a character or
 * a line end. Comments, ids and delays say nothing here.
 */
export class EventReader {
  private readonly decoder = new StringDecoder('utf8');
  /** the line that has not ended yet */
  private line = '';
  private event = '';
  private data: string[] = [];
  private length = 0;
  private begun = false;
  private afterReturn = false;

  /** @param longest characters of one event, in all */
  constructor(private readonly longest: number) {}

  /** The events that this chunk completes. @throws RangeError when one is too long */
  read(chunk: Buffer): ServerSentEvent[] {
    const text = this.textOf(chunk);
    if (text === '') return [];
    const events: ServerSentEvent[] = [];
    let from = 0;
    for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\r|\n/g)) {
      this.add(text.slice(from, index));
      from = index + lineEnd.length;
      events.push(...this.endLine());
    }
    this.afterReturn = text.endsWith('\r');
    this.add(text.slice(from));
    return events;
  }

  /** The text, without a mark of its byte order, and without the second half of a line end that the last chunk began. */
  private textOf(chunk: Buffer): string {
    const text = this.decoder.write(chunk);
    if (text === '') return text;
    const skipped = (this.afterReturn && text[0] === '\n') || (!this.begun && text[0] === '\uFEFF');
    this.begun = true;
    this.afterReturn = false;
    return skipped ? text.slice(1) : text;
  }

  private add(piece: string): void {
    this.length += piece.length;
    if (this.length > this.longest) throw new RangeError('An event is too long');
    this.line += piece;
  }

  private endLine(): ServerSentEvent[] {
    const { line } = this;
    this.line = '';
    if (line === '') return this.endEvent();
    const colon = line.indexOf(':');
    const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)];
    const text = value.startsWith(' ') ? value.slice(1) : value;
    if (name === 'event') this.event = text;
    if (name === 'data') this.data.push(text);
    return [];
  }

  private endEvent(): ServerSentEvent[] {
    const { event, data } = this;
    this.event = '';
    this.data = [];
    this.length = 0;
    return event === '' && data.length === 0 ? [] : [{ event: event || 'message', data: data.join('\n') }];
  }
}
