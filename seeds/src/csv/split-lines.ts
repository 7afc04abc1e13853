import { parse } from 'csv-parse/sync';

/** The cells of one line of a CSV file, or what is wrong with it. */
export interface CsvLine {
  /** 1 for the header. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string;
}

/**
 * The lines of a CSV text (RFC 4180). A record is one line: a line break inside a quoted cell is a fault, and so every
 * record knows its line. Lines without quotes, nearly all, are split at the commas; csv-parse reads the others.
 */
export function splitLines(text: string): CsvLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((content, index) => {
    if (content === '') return [];
    const line = index + 1;
    return [content.includes('"') ? quotedLine(content, line) : { line, cells: content.split(',') }];
  });
}

function quotedLine(content: string, line: number): CsvLine {
  try {
    const [cells = []] = parse(content);
    return { line, cells };
  } catch (error) {
    return { line, cells: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
