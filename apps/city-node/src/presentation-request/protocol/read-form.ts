import { CredentialFault, isJsonObject, type Json, type JsonObject, parseJson } from '#libs/credential';
import { WalletFault } from './wallet-fault.js';

/** A posted form: each name once. */
export type Form = ReadonlyMap<string, string>;

const formType = 'application/x-www-form-urlencoded';

/** A body as it came, parsed by the server. */
export interface PostedBody {
  readonly contentType: string | undefined;
  readonly body: unknown;
}

/**
 * Reads a form: an object of texts, each name once, not too long. No body at all is an empty form.
 * @throws WalletFault invalid_request, request_too_large
 */
export function readForm({ contentType, body }: PostedBody, longest: number): Form {
  if (contentType === undefined && (body === undefined || body === null)) return new Map();
  if (
    contentType?.split(';')[0]?.trim().toLowerCase() !== formType ||
    typeof body !== 'object' ||
    body === null ||
    Array.isArray(body)
  ) {
    throw new WalletFault('invalid_request', `${formType} expected`);
  }
  const fields = Object.entries(body);
  const several = fields.find(([, value]) => typeof value !== 'string');
  if (several) throw new WalletFault('invalid_request', `${several[0].slice(0, 40)} is given more than once`);
  const size = fields.reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  if (size > longest) throw new WalletFault('request_too_large', 'the form is too large');
  return new Map(fields as [string, string][]);
}

/** A field that is a JSON object, read strictly. @throws WalletFault invalid_request */
export function readObject(text: string, name: string): JsonObject {
  const value = strictly(text, name);
  if (isJsonObject(value)) return value;
  throw new WalletFault('invalid_request', `${name} is not a JSON object`);
}

function strictly(text: string, name: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof CredentialFault)) throw error;
    throw new WalletFault('invalid_request', `${name} is not proper JSON`);
  }
}
