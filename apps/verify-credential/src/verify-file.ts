import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { certificateTypeKeyOf, readStatus, verifyCredential, type VerificationReport } from '#libs/credential';
import { type Clock, SystemClock } from '#libs/kernel';
import { loadProvince } from '#seeds';
import type { VerifyOptions } from './options.js';
import { openDocuments, type SavedDocuments } from './saved-documents.js';

/** How old the documents are that a report rests on. */
export interface ReportSources {
  readonly trustListVersion: number;
  readonly trustListIssuedAt: string;
  /** Absent when the status was not read. */
  readonly statusListIssuedAt?: string;
}

/** A report, and what it rests on. */
export type SourcedReport = VerificationReport & { readonly sources: ReportSources };

/** Verifies the credential in a file by saved documents; asks nobody unless a registry is named. */
export async function verifyFile(options: VerifyOptions): Promise<SourcedReport> {
  const credential = (await read(options.file)).trim();
  const clock = options.at === undefined ? new SystemClock() : still(options.at);
  const documents = await openDocuments(options, clock);
  const { version, content } = documents.trustList;
  let sources: ReportSources = { trustListVersion: version, trustListIssuedAt: content.issuedAt };
  const report = await verifyCredential(credential, {
    trustList: documents.trustList,
    typeOf: typesOf(documents, options),
    ...{ clock, keyBinding: options.binding },
    readStatus: async (reference, issuer) => {
      const reading = await readStatus(reference, issuer, { fetch: documents.fetch, clock });
      if (reading.outcome === 'read') sources = { ...sources, statusListIssuedAt: reading.listIssuedAt };
      return reading;
    },
  });
  return { ...report, sources };
}

const read = (file: string): Promise<string> => (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));

const still = (at: Date): Clock => ({ now: () => at });

function typesOf({ registryUrl }: SavedDocuments, { seeds }: VerifyOptions) {
  const types = new Map(loadProvince(seeds).certificateTypes.map((type) => [type.key, type]));
  return (vct: string) => types.get(certificateTypeKeyOf(registryUrl, vct) ?? '');
}
