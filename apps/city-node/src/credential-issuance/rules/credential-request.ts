import { IssuanceFault } from './issuance-fault.js';
import { type ResponseEncryption, readResponseEncryption } from './response-encryption.js';

/** Largest number of key proofs, hence of copies, in one request. */
export const batchSize = 10;

/** Longest key proof, in characters. */
const longestProof = 4096;

/** A Credential Request as it was sent (OpenID4VCI 1.0 §8.2). */
export interface CredentialRequest {
  readonly identifier?: string;
  readonly configuration?: string;
  /** Undefined when there are none. */
  readonly proofs?: readonly string[];
  readonly encryption?: ResponseEncryption;
}

/** Reads a Credential Request. What it does not know is ignored, as the standard says. @throws IssuanceFault */
export function readCredentialRequest(body: unknown): CredentialRequest {
  const fields = readObject(body);
  const identifier = text(fields, 'credential_identifier');
  const configuration = text(fields, 'credential_configuration_id');
  if ((identifier === undefined) === (configuration === undefined)) {
    throw malformed('exactly one of credential_identifier and credential_configuration_id is needed');
  }
  const encryption = readResponseEncryption(fields.credential_response_encryption);
  const proofs = readProofs(fields.proofs);
  return {
    ...(identifier === undefined ? { configuration } : { identifier }),
    ...(proofs !== undefined && { proofs }),
    ...(encryption !== undefined && { encryption }),
  };
}

/** A Deferred Credential Request (§9.1). @throws IssuanceFault */
export function readDeferredRequest(body: unknown): { transaction: string; encryption?: ResponseEncryption } {
  const fields = readObject(body);
  const transaction = text(fields, 'transaction_id');
  if (transaction === undefined) throw malformed('transaction_id is needed');
  const encryption = readResponseEncryption(fields.credential_response_encryption);
  return { transaction, ...(encryption !== undefined && { encryption }) };
}

function readProofs(proofs: unknown): readonly string[] | undefined {
  if (proofs === undefined || proofs === null) return undefined;
  const entries = typeof proofs === 'object' && !Array.isArray(proofs) ? Object.entries(proofs) : [];
  const [[type, jwts] = [], ...others] = entries;
  if (type === undefined || others.length > 0) throw badProof('proofs must name exactly one proof type');
  if (type !== 'jwt') throw badProof('the one proof type supported is jwt');
  if (!isListOfTexts(jwts)) throw badProof('proofs.jwt must be a list of JWTs');
  if (jwts.length > batchSize) throw malformed(`at most ${batchSize} proofs in one request`);
  return jwts;
}

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string' && isShort(each));

const isShort = (proof: string): boolean => proof.length > 0 && proof.length <= longestProof;

function readObject(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('a JSON object is needed');
  return body as Record<string, unknown>;
}

function text(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value === '' || value.length > 256) throw malformed(`${name} must be text`);
  return value;
}

const malformed = (description: string): IssuanceFault => new IssuanceFault('invalid_credential_request', description);
const badProof = (description: string): IssuanceFault => new IssuanceFault('invalid_proof', description);
