/** What a cell of a generated file may hold; a list is joined by semicolons. */
export type CellValue = string | number | boolean | undefined | readonly string[];

/** The text of a CSV file (RFC 4180, line feeds) with the columns of its first row. */
export function csvText(rows: readonly Readonly<Record<string, CellValue>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quoted(textOf(row[column]))).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

function textOf(value: CellValue): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(';') : String(value);
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
