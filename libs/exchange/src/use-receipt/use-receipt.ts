/** `typ` of a receipt for the use of a certificate. */
export const useReceiptTyp = 'kuashi-use-receipt+jwt';

/** How a certificate came to be used (用证方式). */
export const useChannels = ['CASE', 'USE_CODE', 'FUNCTION', 'MANDATE', 'WALLET'] as const;
/** A filing, a code the holder showed, an authority's function, an agent's mandate, a wallet. */
export type UseChannel = (typeof useChannels)[number];

/**
 * What the owner of a certificate signs about one use of it (用证回执): the claims of the JWS besides `iss` (the owner's
 * division) and `iat`. Ids, codes and names of claims only: no value of a claim and nothing that names the holder.
 */
export interface UseReceipt {
  /** ID of the use. */
  readonly jti: string;
  /** Certificate ID, its identifier with the version, its type. */
  readonly certificate: string;
  readonly identifier: string;
  readonly type: string;
  /** Service item key, or `display`. */
  readonly item: string;
  /** The case or the occasion: an application, a scan. */
  readonly case: string;
  readonly purpose: string;
  readonly channel: UseChannel;
  readonly verifier: { readonly division: string; readonly authority: string };
  /** Who acted for the verifier, when somebody did: opaque subject and role. */
  readonly clerk?: string;
  readonly clerk_role?: string;
  readonly legal_basis?: string;
  readonly mandate?: string;
  /** Names of the claims that were disclosed. */
  readonly claims: readonly string[];
  /** ISO 8601 instant. */
  readonly used_at: string;
  /** SHA-256 of the verifier's signed question, base64url: its acknowledgement. */
  readonly question?: string;
}

/** A receipt whose signature was checked. */
export interface VerifiedUseReceipt extends UseReceipt {
  /** Division of the node that signed it: the owner of the certificate. */
  readonly iss: string;
  /** Seconds since 1970. */
  readonly iat: number;
}
