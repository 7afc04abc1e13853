import { Injectable } from '@nestjs/common';
import { KuashiError, type Holder } from '#libs/kernel';
import type { LocalizedName, MaterialRequirement } from '#seeds';

/** Asks the node that owns a certificate to present it for one material of one case. */
export interface PresentationRequest {
  /** Certificate ID of any node. */
  certificate: string;
  /** The applicant's holder code, from the token or from the window's identity check. */
  holder: Holder;
  material: MaterialRequirement;
  /** Service item key: the purpose. */
  item: string;
  /** Application ID (not its number: the ID exists before the number does): the case. */
  caseReference: string;
  /** Unified social credit code of the authority that uses the certificate. */
  authority: string;
}

/** A certificate presented, verified and recorded as used. */
export interface VerifiedPresentation {
  /** Certificate ID. */
  certificate: string;
  /** 电子证照标识. */
  identifier: string;
  /** Certificate type key. */
  type: string;
  issuer: { authority: string; name: LocalizedName; division: string };
  /** Only the claims the material asks for. */
  claims: Record<string, unknown>;
  /** The presented SD-JWT VC: compact form, undisclosed claims absent. */
  credential: string;
  /** ID of the certificate-use record (`use_…`), at both sides the same. */
  use: string;
  checkedAt: Date;
  /** Each check of the verification with its result. */
  checks: readonly { name: string; result: 'passed' | 'failed' | 'undetermined'; reason: string }[];
}

/**
 * Requests, verifies and records the presentation of a certificate. Talks to another node: call it outside a unit of
 * work. Idempotent per (case, certificate): a repeated call leaves one use at each side.
 */
@Injectable()
export class RequestPresentation {
  /**
   * @throws CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_REVOKED, CERTIFICATE_SUSPENDED,
   * CERTIFICATE_EXPIRED, CERTIFICATE_SUPERSEDED, CERTIFICATE_TYPE_NOT_ACCEPTED, CERTIFICATE_NOT_RECOGNISED,
   * CERTIFICATE_UNDETERMINED, CERTIFICATE_INVALID, NODE_UNREACHABLE, NODE_TIMEOUT; the caller adds the field.
   */
  async execute(request: PresentationRequest): Promise<VerifiedPresentation> {
    throw new KuashiError('INTERNAL', { params: { reason: request.certificate } });
  }
}
