import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { certificateTypeKeyOf, readStatus, verifyCredential, type VerificationReport } from '#libs/credential';
import { type Clock, SystemClock } from '#libs/kernel';
import { loadProvince } from '#seeds';
import type { VerifyOptions } from './options.js';
import { openDocuments, type SavedDocuments } from './saved-documents.js';

/** Verifies the credential in a file by saved documents; asks nobody unless a registry is named. */
export async function verifyFile(options: VerifyOptions): Promise<VerificationReport> {
  const credential = (await read(options.file)).trim();
  const clock = options.at === undefined ? new SystemClock() : still(options.at);
  const documents = await openDocuments(options, clock);
  return verifyCredential(credential, {
    trustList: documents.trustList,
    typeOf: typesOf(documents, options),
    ...{ clock, keyBinding: options.binding },
    readStatus: (reference, issuer) => readStatus(reference, issuer, { fetch: documents.fetch, clock }),
  });
}

const read = (file: string): Promise<string> => (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));

const still = (at: Date): Clock => ({ now: () => at });

function typesOf({ registryUrl }: SavedDocuments, { seeds }: VerifyOptions) {
  const types = new Map(loadProvince(seeds).certificateTypes.map((type) => [type.key, type]));
  return (vct: string) => types.get(certificateTypeKeyOf(registryUrl, vct) ?? '');
}
