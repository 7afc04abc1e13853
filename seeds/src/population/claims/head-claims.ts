import type { ClaimMakers } from './claim-context.js';

/** The claims at the head of every certificate: who, which number, by whom, when. */
export const headClaims: ClaimMakers = {
  certificate_number: ({ number }) => number,
  holder_name: ({ holderName }) => holderName,
  holder_id_type: ({ holderIdType }) => holderIdType,
  holder_id_number: ({ holderIdNumber }) => holderIdNumber,
  owner_name: ({ holderName }) => holderName,
  owner_id_type: ({ holderIdType }) => holderIdType,
  owner_id_number: ({ holderIdNumber }) => holderIdNumber,
  unified_social_credit_code: ({ holderIdNumber }) => holderIdNumber,
  issuing_authority: ({ authority }) => authority.name.zhHans,
  issue_date: ({ issuedOn }) => issuedOn,
  valid_from: ({ validFrom }) => validFrom,
  // Without an end the certificate is valid for ever (长期).
  valid_until: ({ validUntil }) => validUntil ?? null,
};
