import type { Clock } from '#libs/kernel';
import type { HolderKeys } from '../key/holder-keys.js';
import type { ReadStatus } from '../status/status-reference.js';
import type { TrustList } from '../trust/trust-list.js';

/** What the verifier knows of a certificate type. */
export interface TypeRule {
  /** Key in the certificate-type directory; the trust list entitles issuers to keys. */
  readonly key: string;
  /** 证照类型代码 (21 characters): when given, the identifier must carry it. */
  readonly code?: string;
}

/** What the verifier expects of a key-binding JWT. */
export interface ExpectedBinding {
  readonly audience: string;
  readonly nonce: string;
  /** Oldest accepted `iat`, in seconds; 300 unless given. */
  readonly maxAgeSeconds?: number;
}

/** Everything a verification may rely on; nothing of it comes from the token. */
export interface VerificationContext {
  readonly trustList: TrustList;
  /** The rule of a `vct`, or undefined when the type is unknown. */
  readonly typeOf: (vct: string) => TypeRule | undefined;
  readonly clock: Clock;
  readonly readStatus: ReadStatus;
  /** Given: a key binding is required and must match. Absent: a bound presentation is refused (it was for another). */
  readonly keyBinding?: ExpectedBinding;
  /** Holder keys imported before; may be left out. */
  readonly holderKeys?: HolderKeys;
}

/** Clocks of honest nodes may differ by this much. */
export const leewaySeconds = 60;
