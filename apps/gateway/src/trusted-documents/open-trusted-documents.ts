import { readFileSync } from 'node:fs';
import { KuashiError } from '#libs/kernel';
import type { RoutingEngine } from '#libs/routing';
import { readManifest } from './read-manifest.js';
import { TrustedDocuments } from './trusted-documents.js';

/** What the settings say about trusted documents. */
export interface TrustedSettings {
  readonly trustedDocuments?: string;
  readonly trustedOnly: boolean;
}

/**
 * Reads the manifest of trusted documents, if there is one, and checks each of them against the schema.
 * @throws KuashiError SETTING_INVALID that names every fault
 */
export function openTrustedDocuments(
  { trustedDocuments: file, trustedOnly }: TrustedSettings,
  engine: Pick<RoutingEngine, 'faultsOf'>,
): TrustedDocuments {
  if (file === undefined) {
    if (trustedOnly) throw faulty('KUASHI_TRUSTED_DOCUMENTS_ONLY', ['takes a manifest: set KUASHI_TRUSTED_DOCUMENTS']);
    return new TrustedDocuments(new Map(), false);
  }
  const { byHash, faults } = readManifest(contentOf(file));
  for (const [hash, text] of byHash) {
    for (const fault of engine.faultsOf(text)) faults.push(`${hash}: ${fault}`);
  }
  if (faults.length > 0) throw faulty('KUASHI_TRUSTED_DOCUMENTS', faults);
  return new TrustedDocuments(byHash, trustedOnly);
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw faulty('KUASHI_TRUSTED_DOCUMENTS', [`${file} cannot be read as JSON`], cause);
  }
}

function faulty(field: string, faults: readonly string[], cause?: unknown): KuashiError {
  const reason = faults.map((fault) => `${field}: ${fault}`).join('\n');
  return new KuashiError('SETTING_INVALID', { field, params: { reason }, cause });
}
