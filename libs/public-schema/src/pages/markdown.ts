/** Pieces of Markdown; the tool that writes a page lets prettier set it. */
export const lines = (...parts: readonly (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

/** A table; a cell holds one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** A list of contents: a title, and what is below it. */
export const contents = (
  entries: readonly { readonly title: string; readonly below: readonly string[] }[],
): string[] => [
  ...entries.map(({ title, below }) => `- ${link(title, title)}: ${below.map((name) => link(name, name)).join(', ')}`),
  '',
];

/** Text in the face of code. */
export const code = (text: string): string => `\`${text}\``;

/** A link to a heading, in this page or in another. */
export const link = (text: string, anchor: string, page = ''): string => `[${text}](${page}#${anchorOf(anchor)})`;

/** The anchor that a heading gets where Markdown is shown: small letters, spaces as hyphens, signs dropped. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The notice at the top of a generated page. */
export const generated = (from: string): string =>
  `<!-- Written by \`npm run docs\` from ${from}: change those, not this page. -->`;
