import { isJsonObject, type Json, type JsonObject } from '#libs/credential';
import { responseEncryption } from './response-keys.js';
import { WalletFault } from './wallet-fault.js';

/** What is read of `wallet_metadata` (OpenID4VP 1.0 §10): whether this wallet can take part at all. */
interface Requirement {
  /** The wallet's parameter; what it does not say is not held against it. */
  readonly parameter: string;
  readonly needs: (value: Json) => boolean;
  /** Only where answers are encrypted. */
  readonly encrypted?: boolean;
}

const includes =
  (...values: string[]) =>
  (list: Json): boolean =>
    Array.isArray(list) && values.some((value) => list.includes(value));

const requirements: readonly Requirement[] = [
  { parameter: 'vp_formats_supported', needs: readsSdJwt },
  { parameter: 'client_id_prefixes_supported', needs: includes('x509_hash') },
  { parameter: 'request_object_signing_alg_values_supported', needs: includes('ES256') },
  { parameter: 'response_types_supported', needs: includes('vp_token') },
  {
    parameter: 'authorization_encryption_alg_values_supported',
    needs: includes(responseEncryption.alg),
    encrypted: true,
  },
  {
    parameter: 'authorization_encryption_enc_values_supported',
    needs: includes(...responseEncryption.enc),
    encrypted: true,
  },
];

/** @throws WalletFault vp_formats_not_supported, invalid_request */
export function assertWalletCan(metadata: JsonObject, { encrypted }: { readonly encrypted: boolean }): void {
  const unmet = requirements.find(({ parameter, needs, encrypted: only }) => {
    const value = metadata[parameter];
    return value !== undefined && !(only && !encrypted) && !needs(value);
  });
  if (!unmet) return;
  const code = unmet.parameter === 'vp_formats_supported' ? 'vp_formats_not_supported' : 'invalid_request';
  throw new WalletFault(code, `the wallet's ${unmet.parameter} cannot serve this request`);
}

function readsSdJwt(formats: Json): boolean {
  const format = isJsonObject(formats) ? formats['dc+sd-jwt'] : undefined;
  const algorithms = isJsonObject(format) ? format['sd-jwt_alg_values'] : undefined;
  return format !== undefined && (algorithms === undefined || includes('ES256')(algorithms));
}
