import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevokeCertificate } from '../../certificate/index.js';
import { svgQrCodeOf } from '../../qr-code/index.js';
import { holderCalling, lin, officerOf, wang } from '../../testing/certificate-world.js';
import { zhuzhou } from '../../testing/test-catalogue.js';
import { issuerWorld, type IssuerWorld } from '../testing/issuer-world.js';
import { OfferCredential } from './offer-credential.js';
import { OfferGrant } from './offer.model.js';

describe('an offer of a certificate to a wallet', () => {
  let world: IssuerWorld;
  let certificate: string;

  beforeAll(async () => {
    world = await issuerWorld('sqlite');
    certificate = (await world.issue()).id;
  }, 30_000);
  afterAll(() => world.drop());

  const offer = (more: object = {}, holder = lin) =>
    world.container.get(OfferCredential, { strict: false }).execute(holderCalling(holder), {
      ...{ certificate, transactionCode: false, grant: OfferGrant.PRE_AUTHORIZED_CODE },
      ...more,
    });

  it('orders its codes from the authorization server, signed for it and for a minute', async () => {
    await offer({ lifetimeSeconds: 120 });
    const { iat = 0, exp = 0, ...order } = world.server.orders.at(-1) ?? {};
    expect(exp - iat).toBe(60);
    expect(order).toEqual({
      ...{ iss: zhuzhou, aud: world.server.url, jti: expect.any(String), holder: lin, holder_kind: 'natural-person' },
      ...{ credential_issuer: world.url, tx_code: false, lifetime: 120 },
      authorization_details: [
        {
          type: 'openid_credential',
          credential_configuration_id: 'household-register',
          credential_identifiers: [certificate],
        },
      ],
    });
  });

  it('is fetched as often as the wallet likes until it ends', async () => {
    const { offerUri, id } = await offer();
    expect(offerUri).toBe(`${world.url}/openid4vci/credential-offers/${id}`);
    for (let time = 0; time < 2; time++) {
      const answer = await fetch(offerUri);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({
        credential_issuer: world.url,
        credential_configuration_ids: ['household-register'],
        grants: { 'urn:ietf:params:oauth:grant-type:pre-authorized_code': { 'pre-authorized_code': 'code-1' } },
      });
    }
    world.clock.advance(301_000);
    expect((await fetch(offerUri)).status).toBe(404);
  });

  it('tells the wallet that a transaction code is needed, and only its holder which', async () => {
    const { offerUri, transactionCode } = await offer({ transactionCode: true });
    expect(transactionCode).toBe('493817');
    const text = await (await fetch(offerUri)).text();
    expect(text).toContain('"tx_code":{"input_mode":"numeric","length":6');
    expect(text).not.toContain('493817');
  });

  it('names the state of the authorization code grant instead', async () => {
    const { offerUri } = await offer({ grant: OfferGrant.AUTHORIZATION_CODE, transactionCode: true });
    const { grants } = (await (await fetch(offerUri)).json()) as { grants: object };
    expect(grants).toEqual({ authorization_code: { issuer_state: 'state-1' } });
  });

  it('is made for the holder alone, and of what is valid', async () => {
    await expect(offer({}, wang)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS', field: 'input.certificate' });
    const { id } = await world.issue();
    const revoke = world.container.get(RevokeCertificate, { strict: false });
    await revoke.execute(officerOf(zhuzhou), { certificate: id, reason: '撤销' });
    await expect(offer({ certificate: id })).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
    const unknown = 'cert_430200_01J00000000000000000000000';
    await expect(offer({ certificate: unknown })).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
  });

  it('is shown as a QR code', async () => {
    expect(await svgQrCodeOf('openid-credential-offer://?credential_offer_uri=a')).toMatch(/^<svg .*<\/svg>\s*$/s);
  });
});
