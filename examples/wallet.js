/**
 * A wallet in one file, with nothing but jose: OpenID4VCI 1.0 and OpenID4VP 1.0 as docs/wallets.md tells them.
 *
 *   node examples/wallet.js accept  'openid-credential-offer://?credential_offer_uri=…' [transaction code]
 *   node examples/wallet.js present 'openid4vp://?client_id=…&request_uri=…'
 *
 * It keeps its key and its credentials in wallet.json, in the clear, and believes whoever it talks to: a real wallet
 * protects its key, checks the issuer and the verifier, and asks its holder.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CompactEncrypt, decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';

const file = 'wallet.json';
const [command, link = '', transactionCode] = process.argv.slice(2);
const parameters = new URLSearchParams(link.split('?')[1]);
const wallet = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : await emptyWallet();
await { accept, present }[command]();
writeFileSync(file, JSON.stringify(wallet, null, 2));

async function emptyWallet() {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { key: await exportJWK(privateKey), credentials: [] };
}

/** Takes an offer up: code, token, nonce, proof of the own key, credential. */
async function accept() {
  const offer = await ask(parameters.get('credential_offer_uri'));
  const issuer = await ask(`${offer.credential_issuer}/.well-known/openid-credential-issuer`);
  const server = await ask(`${issuer.authorization_servers[0]}/.well-known/oauth-authorization-server`);
  const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
  const code = { grant_type: grant, 'pre-authorized_code': offer.grants[grant]['pre-authorized_code'] };
  const token = await ask(server.token_endpoint, {
    body: new URLSearchParams(transactionCode ? { ...code, tx_code: transactionCode } : code),
  });
  const { c_nonce: nonce } = await ask(issuer.nonce_endpoint, { method: 'POST' });
  const header = { typ: 'openid4vci-proof+jwt', jwk: publicKey() };
  const proof = await sign(header, { aud: issuer.credential_issuer, nonce });
  const [
    {
      credential_identifiers: [identifier],
    },
  ] = token.authorization_details;
  const { credentials } = await ask(issuer.credential_endpoint, {
    headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ credential_identifier: identifier, proofs: { jwt: [proof] } }),
  });
  wallet.credentials.push(credentials[0].credential);
  console.log(credentials[0].credential);
}

/** Answers a request: for each material the first credential that fits, with the claims asked for and no others. */
async function present() {
  const answer = await fetch(parameters.get('request_uri'), { method: 'POST' });
  const request = decodeJwt(await answer.text());
  const { credentials, credential_sets: sets } = request.dcql_query;
  const chosen = sets.map(({ options }) => options.flat().find((id) => held(credentials.find((one) => one.id === id))));
  const presentations = await Promise.all(
    chosen.filter(Boolean).map(async (id) => {
      const query = credentials.find((one) => one.id === id);
      return [id, [await bound(disclose(held(query), query.claims ?? []), request)]];
    }),
  );
  const { response_uri: address, state } = request;
  const vp = Object.fromEntries(presentations);
  const form = await responseForm(request, { vp_token: vp, state });
  console.log(JSON.stringify(await ask(address, { body: form })));
}

function held({ meta }) {
  return wallet.credentials.find((one) => meta.vct_values.includes(decodeJwt(one.split('~')[0]).vct));
}

/** The credential with the disclosures of these claims. */
function disclose(credential, claims) {
  const [token, ...disclosures] = credential.split('~').slice(0, -1);
  const name = (disclosure) => JSON.parse(Buffer.from(disclosure, 'base64url'))[1];
  const wanted = claims.map(({ path: [first] }) => first);
  return [token, ...disclosures.filter((one) => wanted.includes(name(one))), ''].join('~');
}

/** With the proof of the own key (KB-JWT) for this request. */
async function bound(presented, { client_id: aud, nonce }) {
  const sd_hash = createHash('sha256').update(presented).digest('base64url');
  return presented + (await sign({ typ: 'kb+jwt' }, { aud, nonce, sd_hash }));
}

/** `direct_post` in the clear, `direct_post.jwt` encrypted to the key of the request. */
async function responseForm({ response_mode: mode, client_metadata: metadata }, { vp_token, state }) {
  if (mode === 'direct_post') return new URLSearchParams({ vp_token: JSON.stringify(vp_token), state });
  const [jwk] = metadata.jwks.keys;
  const [enc] = metadata.encrypted_response_enc_values_supported;
  const response = await new CompactEncrypt(Buffer.from(JSON.stringify({ vp_token, state })))
    .setProtectedHeader({ alg: jwk.alg, enc, kid: jwk.kid })
    .encrypt(await importJWK(jwk, jwk.alg));
  return new URLSearchParams({ response });
}

function publicKey() {
  const { kty, crv, x, y } = wallet.key;
  return { kty, crv, x, y };
}

async function sign(header, payload) {
  const key = await importJWK(wallet.key, 'ES256');
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', ...header })
    .setIssuedAt()
    .sign(key);
}

/** Asks by GET, or by POST where there is something to say. */
async function ask(url, init = {}) {
  const answer = await fetch(url, { method: init.body ? 'POST' : 'GET', ...init });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
