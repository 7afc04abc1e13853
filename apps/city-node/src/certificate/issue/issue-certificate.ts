import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { type Holder, KuashiError, localDateOf } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import { type CertificateClaims, CertificateRecord } from '../certificate-record.entity.js';
import type { CertificateDates } from './certificate-dates.js';
import { type CertificateDraft, draftCertificate, type NamedHolder } from './draft-certificate.js';
import { EnterCertificates, type UnsignedCertificate } from './enter-certificates.js';
import { newSerial } from './new-serial.js';
import { coOwnersOf, enterOwners, type Ownership } from '../owners/index.js';
import { SetCertificateStatus } from '../set-certificate-status.js';

/** What an officer of the issuing authority has decided to certify. */
export interface CertificateOrder {
  /** Certificate type key, e.g. `pension-contribution-voucher`. */
  readonly type: string;
  /** Unified social credit code of the issuing authority; it must belong to this node and be entitled to the type. */
  readonly authority: string;
  /** HMAC of the holder's code: the only index by person. */
  readonly holder: Holder;
  /** Whom the certificate names; absent: another than its holder, whom the claims say. */
  readonly named?: NamedHolder;
  /** Claims of the type. Number, holder, authority and dates are the register's to write. */
  readonly claims: CertificateClaims;
  /** ID of the certificate this one supersedes (same kind, same holder): it keeps the serial and raises the version. */
  readonly replaces?: string;
  /** All owners, when several own the thing; absent: the holder, or those of the version that is superseded. */
  readonly owners?: readonly Ownership[];
  /** First and last day of a version that keeps its predecessor's term; absent: as the type says. */
  readonly term?: CertificateDates;
  /** Why it supersedes another; absent: what caused it. */
  readonly reason?: string;
  /** What caused it: an application ID; goes into the audit entry. */
  readonly caseReference: string;
  /** Who issues: subject of the caller's token, for the audit entry; the node itself unless given. */
  readonly actor?: string;
}

/** Issues a certificate (制证) inside the caller's unit of work: record, signed credential, status entry, audit entry. */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly enter: EnterCertificates,
    private readonly setStatus: SetCertificateStatus,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /**
   * @throws CERTIFICATE_TYPE_UNKNOWN, ISSUER_NOT_ENTITLED, BAD_INPUT (claims the type does not have, or lacks),
   * CERTIFICATE_UNKNOWN or CERTIFICATE_STATE_CONFLICT (the certificate to be replaced)
   */
  async execute(tx: EntityManager, order: CertificateOrder): Promise<CertificateRecord> {
    const previous = await this.supersede(tx, order);
    const [record] = await this.enter.execute(tx, [this.compose(order, previous)]);
    await enterOwners(tx, record.id, order.owners ?? (previous && (await coOwnersOf(tx, previous.id))));
    await this.audit.append(tx, {
      actor: order.actor ?? this.node.actor,
      action: 'certificate.issued',
      subject: record.id,
      details: { type: record.type, authority: record.authority, caseReference: order.caseReference },
    });
    return record;
  }

  private compose(order: CertificateOrder, previous: CertificateRecord | undefined): UnsignedCertificate {
    const issuedAt = this.node.now();
    const on = localDateOf(issuedAt);
    const serial = previous?.serial ?? newSerial(on, this.node.random);
    const version = (previous?.version ?? 0) + 1;
    return {
      ...blankRecord(this.node, order, this.draft(order, { serial, version, on })),
      ...{ serial, version, issuedAt, replaces: previous?.id ?? null },
    };
  }

  private draft(
    order: CertificateOrder,
    place: Pick<Parameters<typeof draftCertificate>[0], 'serial' | 'version' | 'on'>,
  ) {
    const type = this.catalogue.certificateType(order.type);
    const authority = this.catalogue.authority(order.authority);
    const { named: holder, claims, term } = order;
    return draftCertificate({ type, authority, holder, claims, term, ...place });
  }

  /** The old version ends in the same act in which the new one begins. */
  private async supersede(tx: EntityManager, order: CertificateOrder): Promise<CertificateRecord | undefined> {
    if (order.replaces === undefined) return undefined;
    const previous = await lockForUpdate(tx, CertificateRecord, { id: order.replaces });
    const { type, holder, authority } = order;
    if (previous?.type !== type || previous.holder !== (holder as string) || previous.authority !== authority) {
      throw new KuashiError('CERTIFICATE_UNKNOWN', { field: 'replaces', params: { certificate: order.replaces } });
    }
    await this.setStatus.execute(tx, previous, { event: 'supersede', reason: order.reason ?? order.caseReference });
    return previous;
  }
}

function blankRecord(node: NodeContext, order: CertificateOrder, draft: CertificateDraft) {
  return {
    numberCode: node.numberCodeOf(order.type, draft.claims['certificate_number']),
    id: node.newId('certificate'),
    type: order.type,
    authority: order.authority,
    holder: order.holder,
    status: 'VALID' as const,
    statusReason: null,
    statusChangedAt: null,
    caseReference: order.caseReference,
    ...draft,
  };
}
