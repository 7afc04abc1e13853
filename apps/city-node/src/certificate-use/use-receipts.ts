import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { StatementSigner, type UseReceipt, useReceiptTyp } from '#libs/exchange';
import type { CertificateUseRecord } from './certificate-use.entity.js';

/** A receipt and what the audit log keeps of it. */
export interface SignedReceipt {
  readonly receipt: string;
  /** SHA-256, base64url. */
  readonly digest: string;
}

/** Signs the receipt of a use at the node that owns the certificate (用证回执), with the node's key. */
@Injectable()
export class UseReceipts {
  constructor(private readonly signer: StatementSigner) {}

  async sign(use: CertificateUseRecord): Promise<SignedReceipt> {
    const receipt = await this.signer.sign(useReceiptTyp, { ...contentOf(use) });
    return { receipt, digest: hash('sha256', receipt, 'base64url') };
  }
}

/** What the receipt says: nothing that names the holder, and no value of a claim. */
export function contentOf(use: CertificateUseRecord): UseReceipt {
  const { id, certificate, identifier, type, item, caseReference, purpose, channel, claims } = use;
  return {
    ...{ jti: id, certificate, identifier, type, item, purpose, channel, claims },
    case: caseReference,
    verifier: { division: use.verifierDivision, authority: use.verifierAuthority },
    used_at: use.usedAt.toISOString(),
    ...(use.clerk !== null && { clerk: use.clerk }),
    ...(use.clerkRole !== null && { clerk_role: use.clerkRole }),
    ...(use.legalBasis !== null && { legal_basis: use.legalBasis }),
    ...(use.mandate !== null && { mandate: use.mandate }),
    ...(use.question !== null && { question: use.question }),
  };
}
