export { isJsonObject, type Json, type JsonObject } from './json.js';
export { parseJson } from './encoding/strict-json.js';
export * from './report/fault.js';
export { describeReason, reasons, type Reason } from './report/reasons.js';
export * from './report/report.js';
export * from './key/keys.js';
export { HolderKeys, holderKeyOf, type HolderPublicKey } from './key/holder-keys.js';
export { thumbprint } from './key/thumbprint.js';
export { issueCredential, type IssueRequest, type IssueSources } from './issue/issue-credential.js';
export type { Decoys } from './issue/plan-concealment.js';
export * from './present/present-credential.js';
export type { ClaimPath, ClaimSelector } from './sd-jwt/claim-path.js';
export { parseJws, type ParsedJws } from './jws/parse-jws.js';
export { hasSignatureOf } from './jws/verify-jws.js';
export type { Disclosure } from './sd-jwt/disclosure.js';
export * from './sd-jwt/parse-credential.js';
export { discloseClaims, type DisclosedClaims } from './sd-jwt/disclose-claims.js';
export { verifyCredential } from './verify/verify-credential.js';
export type { ExpectedBinding, TypeRule, VerificationContext } from './verify/verification-context.js';
export type {
  KnownStatus,
  ReadStatus,
  Status,
  StatusReading,
  StatusReference,
  UnknownStatus,
} from './status/status-reference.js';
export { StatusList } from './status/status-list.js';
export * from './status/issue-status-list-token.js';
export { openStatusListToken, type OpenStatusList } from './status/open-status-list-token.js';
export type { FetchList } from './status/fetch-status-list.js';
export { StatusListCache } from './status/status-list-cache.js';
export { readStatus, type StatusSources } from './status/read-status.js';
export * from './trust/trust-list-content.js';
export { issuerUri } from './trust/issuer-uri.js';
export { TrustedIssuer, TrustedKey } from './trust/trusted-issuer.js';
export * from './trust/trust-list.js';
export * from './trust/sign-trust-list.js';
export * from './x509/verify-x509-chain.js';
export * from './recognition/check-recognition.js';
export * from './type/certificate-type-uri.js';
export * from './type/type-metadata.js';
