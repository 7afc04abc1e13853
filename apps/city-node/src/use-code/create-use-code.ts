import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { atField, type Holder, KuashiError, localDateOf } from '#libs/kernel';
import { UnitOfWork } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../catalogue/index.js';
import { type CertificateRecord, FindCertificates } from '../certificate/index.js';
import { assertValid, materialShown } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { lifetimes } from './code-rules.js';
import { hashOfCode, newCodeText } from './code-text.js';
import { UseCodeRecord } from './use-code.entity.js';

/** What a holder wants to show. */
export interface UseCodeOrder {
  /** Certificate ID. */
  readonly certificate: string;
  /** Service item key; absent: the certificate may be looked at, no more. */
  readonly item?: string;
  readonly lifetimeSeconds?: number;
}

/** A code as its holder gets it, once: the node keeps no more than its hash. */
export interface NewUseCode {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** How long a code is remembered after it expired, so that whoever scans it late is told so; milliseconds. */
const remembered = 86_400_000;

/** Makes a one-time code for a certificate of the caller's (亮证). Each call makes a new one: a code cannot be told again. */
@Injectable()
export class CreateUseCode {
  constructor(
    private readonly certificates: FindCertificates,
    private readonly catalogue: Catalogue,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /**
   * @throws CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_JOINTLY_OWNED, ITEM_UNKNOWN, CERTIFICATE_TYPE_NOT_ACCEPTED, and what ends a
   * certificate: nobody shows a code that no window would take
   */
  async execute(caller: Caller, order: UseCodeOrder): Promise<NewUseCode> {
    const record = await this.certificates.byId(order.certificate, 'input.certificate');
    const holder = await this.assertOwner(caller, record, order);
    this.assertShowable(record, order.item);
    const code = newCodeText(this.node.division, this.node.random);
    const row = this.draw({ ...record, holder }, order, code);
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(UseCodeRecord, { expiresAt: LessThan(new Date(row.createdAt.getTime() - remembered)) });
      await tx.insert(UseCodeRecord, row);
      const { id: subject, certificate, item } = row;
      const details = { certificate, item };
      await this.audit.append(tx, { actor: caller.subject, action: 'use-code.created', subject, details });
    });
    return { id: row.id, code, expiresAt: row.expiresAt };
  }

  /** One owner may let a thing of several be looked at; for an item all of them must agree. */
  private async assertOwner({ holder }: Caller, record: CertificateRecord, { item }: UseCodeOrder): Promise<Holder> {
    const field = 'input.certificate';
    const owners = await this.certificates.ownersOf(record);
    if (holder === undefined || !owners.includes(holder)) throw new KuashiError('CERTIFICATE_NOT_YOURS', { field });
    if (item === undefined || owners.length === 1) return holder;
    throw new KuashiError('CERTIFICATE_JOINTLY_OWNED', { field, params: { missing: owners.length - 1 } });
  }

  private assertShowable(record: CertificateRecord, key: string | undefined): void {
    const item = key === undefined ? undefined : this.catalogue.item(key, 'input.item');
    try {
      if (item) materialShown(item, record.type);
      assertValid(record, localDateOf(this.node.now()));
    } catch (error) {
      throw atField(error, 'input.certificate');
    }
  }

  private draw(record: Pick<CertificateRecord, 'id' | 'holder'>, order: UseCodeOrder, code: string): UseCodeRecord {
    const createdAt = this.node.now();
    const { item = null, lifetimeSeconds = lifetimes.usual } = order;
    return {
      id: this.node.newId('useCode'),
      textHash: hashOfCode(code),
      certificate: record.id,
      holder: record.holder,
      item,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + lifetimeSeconds * 1000),
      usedAt: null,
      use: null,
    };
  }
}
