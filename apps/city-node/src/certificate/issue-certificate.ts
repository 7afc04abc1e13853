import { Injectable } from '@nestjs/common';
import { KuashiError, type Holder } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { CertificateRecord } from './certificate-record.entity.js';

/** What an officer of the issuing authority has decided to certify. */
export interface CertificateOrder {
  /** Certificate type key, e.g. `pension-contribution-voucher`. */
  type: string;
  /** Unified social credit code of the issuing authority; it must belong to this node and be entitled to the type. */
  authority: string;
  /** HMAC of the holder's code: the only index by person. */
  holder: Holder;
  /** '111' resident ID number, '001' unified social credit code. */
  holderIdType?: '111' | '001';
  holderName: string;
  /** Claims of the type; those the type does not know are refused, those it knows and are absent are left out. */
  claims: Record<string, string | number | boolean | null>;
  /** ID of the certificate this one supersedes (same kind, same holder): it keeps the serial and raises the version. */
  replaces?: string;
  /** What caused it: an application ID or number; goes into the audit entry. */
  caseReference: string;
  /** Who issues: subject of the caller's token, for the audit entry. */
  actor?: string;
}

/** Issues a certificate (制证) inside the caller's unit of work: record, signed credential, status entry, audit entry. */
@Injectable()
export class IssueCertificate {
  /** @throws CERTIFICATE_TYPE_UNKNOWN, ISSUER_NOT_ENTITLED, CERTIFICATE_STATE_CONFLICT (the replaced one is not valid) */
  async execute(tx: EntityManager, order: CertificateOrder): Promise<CertificateRecord> {
    void tx;
    throw new KuashiError('INTERNAL', { params: { reason: order.type } });
  }
}
