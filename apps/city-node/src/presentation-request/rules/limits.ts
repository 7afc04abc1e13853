/** Bounds of a request and of what a wallet may send. Seconds and bytes (characters of ASCII text). */
export const limits = {
  /** How long a request can be answered. */
  lifetimeSeconds: { shortest: 30, usual: 300, longest: 600 },
  /** Oldest `iat` of a key binding; the request is not older than its own lifetime. */
  keyBindingAgeSeconds: 600,
  /** Longest form a wallet may post as an answer. */
  answer: 512 * 1024,
  /** Longest form a wallet may post to fetch a request object. */
  fetch: 32 * 1024,
  /** Longest `wallet_nonce`, and longest error of a wallet that is kept. */
  walletNonce: 512,
  walletError: 200,
  /** How long what was presented can be read: the uses stay in the record, what was disclosed does not. */
  retentionDays: 30,
  /** Most materials of one request. */
  materials: 20,
} as const;

/** What ended before this instant is forgotten as of another. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - limits.retentionDays * 86_400_000);
