import { parse, type DocumentNode } from 'graphql';

const parsed = new Map<string, DocumentNode>();

/** The syntax tree of a contract, parsed once per process: four nodes serve the same text, and nobody changes the tree. */
export function parsedContract(text: string): DocumentNode {
  const document = parsed.get(text) ?? parse(text, { noLocation: true });
  parsed.set(text, document);
  return document;
}

/** The SDL of the `typeDefs` that Nest hands on. @throws Error when there is none */
export function textOf(typeDefs: unknown): string {
  const text = [typeDefs].flat().join('\n').trim();
  if (text === '') throw new Error('The contract is empty');
  return text;
}
