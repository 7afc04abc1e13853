import type { Check } from '#libs/credential';
import type { Holder } from '#libs/kernel';
import type { LocalizedName, MaterialRequirement } from '#seeds';

/** Asks the node that owns a certificate to present it for one material of one case. */
export interface PresentationRequest {
  /** Certificate ID of any node. */
  readonly certificate: string;
  /** The applicant's holder code, from the token or from the window's identity check. */
  readonly holder: Holder;
  readonly material: MaterialRequirement;
  /** Service item key: the purpose. */
  readonly item: string;
  /** Application ID of this node: the case. */
  readonly caseReference: string;
  /** Unified social credit code of the authority that uses the certificate. */
  readonly authority: string;
  /** Given: an agent presents it under a mandate of its holder (委托授权用证). */
  readonly agency?: { readonly mandate: string; readonly agent: Holder };
  /** Mandates by which the other owners of a thing let the one who acts use its certificate (共有人同意). */
  readonly agreements?: readonly string[];
}

/** A certificate presented, verified and recorded as used. */
export interface VerifiedPresentation {
  /** Certificate ID. */
  readonly certificate: string;
  /** 电子证照标识. */
  readonly identifier: string;
  /** Certificate type key. */
  readonly type: string;
  /** The authority and its names, as the owner's node says them; the division as the trust list knows it. */
  readonly issuer: { readonly authority: string; readonly name: LocalizedName; readonly division: string };
  /** The claims the material asks for, as far as the certificate has them. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The presented SD-JWT VC: compact form, undisclosed claims absent. */
  readonly credential: string;
  /** ID of the use (`use_…`), the same at both sides. */
  readonly use: string;
  /** The owner's signed receipt (用证回执). */
  readonly receipt: string | null;
  /** As the credential says it; null: from ever, for ever. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly checkedAt: Date;
  /** Each check of the verification with its result. */
  readonly checks: readonly Check[];
}
