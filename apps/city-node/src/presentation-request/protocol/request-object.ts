import { dcqlQuery } from '../rules/dcql-query.js';
import type { EncryptionKey, PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { responseEncryption } from './response-keys.js';

/** `aud` for a wallet of which nothing is known (OpenID4VP 1.0 §5.8). */
export const anyWallet = 'https://self-issued.me/v2';

/** Response modes as OpenID4VP spells them. */
export const wireModes = { DIRECT_POST: 'direct_post', DIRECT_POST_JWT: 'direct_post.jwt' } as const;

/** Address under which a wallet fetches a request, and to which it answers. */
export const requestUri = (nodeUrl: string, id: string): string => `${nodeUrl}/openid4vp/requests/${id}`;
export const responseUri = (nodeUrl: string, id: string): string => `${nodeUrl}/openid4vp/responses/${id}`;

/** What a QR code or a link says: who asks, and where the request is (OpenID4VP 1.0 §5.1, §5.10). */
export function authorizationUri(nodeUrl: string, { id, clientId }: { id: string; clientId: string }): string {
  const parameters = { client_id: clientId, request_uri: requestUri(nodeUrl, id), request_uri_method: 'post' };
  return `openid4vp://?${new URLSearchParams(parameters).toString()}`;
}

type Request = Pick<
  PresentationRequestRecord,
  'id' | 'clientId' | 'nonce' | 'walletState' | 'responseMode' | 'asked' | 'encryptionKey'
>;

/** The parameters of the request object. The nonce is the request's: the same however often it is fetched. */
export function requestPayload(nodeUrl: string, request: Request, name: string) {
  const { id, clientId, nonce, walletState: state, responseMode, asked, encryptionKey } = request;
  return {
    response_type: 'vp_token',
    client_id: clientId,
    response_mode: wireModes[responseMode],
    response_uri: responseUri(nodeUrl, id),
    nonce,
    state,
    dcql_query: { ...dcqlQuery(asked) },
    client_metadata: { client_name: name, ...clientMetadata(encryptionKey) },
  } as const;
}

/** Issuers sign with ES256 here; holders' keys may be Ed25519 too. */
const formats: { 'dc+sd-jwt': Record<'sd-jwt_alg_values' | 'kb-jwt_alg_values', [string, ...string[]]> } = {
  'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256', 'EdDSA'] },
};

function clientMetadata(encryptionKey: EncryptionKey | null) {
  if (!encryptionKey) return { vp_formats_supported: formats };
  return {
    vp_formats_supported: formats,
    jwks: { keys: [{ ...encryptionKey }] },
    encrypted_response_enc_values_supported: [...responseEncryption.enc],
  };
}
