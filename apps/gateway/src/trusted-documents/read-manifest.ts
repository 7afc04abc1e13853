import { createHash } from 'node:crypto';

/** What a manifest says: documents by what it takes for their hash. */
type Entries = readonly (readonly [hash: string, text: unknown])[];

/**
 * The documents of a manifest, by their SHA-256. Two forms are known: `{"<sha256>": "<document>"}` (graphql-codegen's
 * persisted documents with `hashAlgorithm: 'sha256'`) and Apollo's `{"operations": [{"id": "<sha256>", "body": "…"}]}`.
 * @returns the documents, and every fault by the hash that has it
 */
export function readManifest(content: unknown): { byHash: Map<string, string>; faults: string[] } {
  const byHash = new Map<string, string>();
  const faults: string[] = [];
  const entries = entriesOf(content);
  if (entries === undefined) faults.push('it is neither {"<sha256>": "<document>"} nor a manifest with "operations"');
  for (const [key, text] of entries ?? []) {
    const hash = key.replace(/^sha256:/, '').toLowerCase();
    if (typeof text === 'string' && createHash('sha256').update(text).digest('hex') === hash) byHash.set(hash, text);
    else faults.push(`${key} is not the SHA-256 of its document`);
  }
  return { byHash, faults };
}

function entriesOf(content: unknown): Entries | undefined {
  if (!isMap(content)) return undefined;
  const { operations } = content;
  if (!Array.isArray(operations)) return Object.entries(content);
  return operations.map((operation: unknown) => {
    const { id, body } = isMap(operation) ? operation : {};
    return [typeof id === 'string' ? id : 'an operation without id', body] as const;
  });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
