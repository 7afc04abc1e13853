import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JWK } from 'jose';
import { type FetchList, TrustList, type TrustListContent } from '#libs/credential';
import { type Clock, KuashiError } from '#libs/kernel';
import { type DirectoryDocument, directoryTyp, PublishedDocument, readJwkFile, trustListTyp } from '#libs/platform';
import type { VerifyOptions } from './options.js';

/** What a verification rests on: documents the province signed, and status lists. */
export interface SavedDocuments {
  readonly trustList: TrustList;
  /** Address of the registry, as the signed directory names it: part of every `vct`. */
  readonly registryUrl: string;
  /** Reads status lists: from the folder, or from their source into the folder. */
  readonly fetch: FetchList;
}

/** Something that the verification rests on is not there, or not what it should be. The message says what to do. */
export class DocumentFault extends Error {}

/**
 * Opens the saved documents; with a registry they are fetched and saved first. Signatures are checked either way.
 * @throws DocumentFault; CredentialFault TRUST_LIST_MALFORMED
 */
export async function openDocuments(options: VerifyOptions, clock: Clock): Promise<SavedDocuments> {
  const source: DocumentSource = { ...options, key: anchorIn(options.anchor), clock };
  const directory = await document<DirectoryDocument>(source, 'directory', directoryTyp);
  const content = await document<TrustListContent>(source, 'trust-list', trustListTyp);
  return {
    trustList: new TrustList(content),
    registryUrl: directory.registry.url,
    fetch: options.registry === undefined ? readList(options.saved) : saveList(options.saved),
  };
}

interface DocumentSource extends Pick<VerifyOptions, 'saved' | 'registry'> {
  readonly key: JWK;
  readonly clock: Clock;
}

function anchorIn(file: string): JWK {
  try {
    return readJwkFile(file);
  } catch (cause) {
    throw new DocumentFault(`--anchor: ${file} is no file with a public key (JWK).`, { cause });
  }
}

async function document<T extends object>(source: DocumentSource, name: string, typ: string): Promise<T> {
  const { saved, registry, key: anchor, clock } = source;
  const file = join(saved, `${name}.jwt`);
  const url = registry === undefined ? file : `${registry}/${name}`;
  const offline = (): Promise<never> => Promise.reject(new Error('offline'));
  const fetching = registry === undefined ? { fetch: offline } : {};
  const published = new PublishedDocument<T>({ typ, anchor, file, clock, url, ...fetching });
  try {
    await published.load();
    if (registry !== undefined) await published.refresh();
    return published.current;
  } catch (fault) {
    throw fault instanceof KuashiError ? new DocumentFault(wordsFor(fault, url, registry), { cause: fault }) : fault;
  }
}

function wordsFor({ code }: KuashiError, url: string, registry: string | undefined): string {
  if (registry === undefined) {
    return `${url} is missing, or not signed by the anchor's key: fetch it with --save REGISTRY.`;
  }
  if (code === 'NODE_UNREACHABLE') return `--save: ${url} cannot be reached.`;
  return `--save: what ${url} answers is not signed by the anchor's key, or older than what is saved.`;
}

const fileOf = (folder: string, url: string): string =>
  join(folder, 'status-lists', `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.jwt`);

/** A list that was not saved is a source that cannot be reached: the outcome is then undetermined. */
function readList(folder: string): FetchList {
  return async (url) => new Response(await readFile(fileOf(folder, url)));
}

function saveList(folder: string): FetchList {
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (answer.status !== 200) return answer;
    const token = await answer.text();
    await mkdir(dirname(fileOf(folder, url)), { recursive: true });
    await writeFile(fileOf(folder, url), token);
    return new Response(token);
  };
}
