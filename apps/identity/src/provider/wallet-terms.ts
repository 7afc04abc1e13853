/** Grant type of OpenID4VCI: a code that was given before any request of the wallet. */
export const preAuthorizedGrantType = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** Type of authorization details (RFC 9396) that name credentials. */
export const credentialDetailType = 'openid_credential';

/** Seconds an access token for a credential issuer lives. It cannot be called back, so it lives short. */
export const credentialTokenSeconds = 900;
