import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { type EntityManager, MoreThan } from 'typeorm';
import { type StatusReference, thumbprint } from '#libs/credential';
import { AuditLog } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import { type CertificateRecord, drawStatusEntries, SignCertificate } from '../../certificate/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { WalletCredential } from '../record/wallet-credential.entity.js';
import { WalletIssuance } from '../record/wallet-issuance.entity.js';
import { answersADay, denied } from '../rules/issuable.js';

/** Copies for a wallet, as the answer says them (§8.3). */
export interface IssuedCredentials {
  readonly credentials: readonly { readonly credential: string }[];
  readonly notification_id: string;
}

/** What goes into a wallet. */
export interface WalletOrder {
  readonly certificate: CertificateRecord;
  /** X.509 chain of the key it is signed with. */
  readonly certificateChain: readonly string[];
  /** The holder's keys: one copy for each. */
  readonly keys: readonly JWK[];
  readonly wallet: WalletToken;
}

const idBytes = 18;

/** Signs a certificate once more for each key of a wallet: own salts, own status entry, one record of the answer. */
@Injectable()
export class IssueWalletCopies {
  constructor(
    private readonly sign: SignCertificate,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** In the caller's unit of work. @throws IssuanceFault credential_request_denied */
  async execute(tx: EntityManager, order: WalletOrder): Promise<IssuedCredentials> {
    const { certificate, certificateChain, keys, wallet } = order;
    const places = await this.draw(tx, certificate.id, keys.length);
    await this.assertModest(tx, certificate.id);
    const bound = keys.map((holderKey, place) => ({ holderKey, status: places[place] as StatusReference }));
    const credentials = await Promise.all(
      bound.map(({ status, holderKey }) => this.sign.execute(certificate, status, { holderKey, certificateChain })),
    );
    const issuance = Buffer.from(this.node.random.bytes(idBytes)).toString('base64url');
    await this.record(tx, { issuance, certificate, wallet });
    await tx.insert(
      WalletCredential,
      bound.map((copy) => this.row(copy, issuance, certificate.id)),
    );
    return { credentials: credentials.map((credential) => ({ credential })), notification_id: issuance };
  }

  /** Locks the certificate: an end that comes first is seen here, one that comes later reaches the copies. */
  private async draw(tx: EntityManager, certificate: string, count: number): Promise<StatusReference[]> {
    try {
      return await drawStatusEntries(tx, this.node, certificate, count);
    } catch (fault) {
      const ended = fault instanceof KuashiError && fault.code === 'CERTIFICATE_STATE_CONFLICT';
      throw ended ? denied('the certificate is not valid any more') : fault;
    }
  }

  /** Asked while the certificate is locked, so that requests at the same time count each other. */
  private async assertModest(tx: EntityManager, certificate: string): Promise<void> {
    const yesterday = new Date(this.node.now().getTime() - 86_400_000);
    const answers = await tx.countBy(WalletIssuance, { certificate, issuedAt: MoreThan(yesterday) });
    if (answers >= answersADay) throw denied('too many copies of this certificate were issued in a day; try tomorrow');
  }

  private async record(
    tx: EntityManager,
    { issuance, certificate, wallet }: { issuance: string; certificate: CertificateRecord; wallet: WalletToken },
  ): Promise<void> {
    await tx.insert(WalletIssuance, {
      id: issuance,
      certificate: certificate.id,
      holder: wallet.holder,
      clientId: wallet.clientId ?? null,
      issuedAt: this.node.now(),
      event: null,
      notifiedAt: null,
    });
    await this.audit.append(tx, {
      actor: wallet.subject,
      action: 'certificate.issued-to-wallet',
      subject: certificate.id,
      details: { type: certificate.type, client: wallet.clientId ?? null },
    });
  }

  private row({ holderKey, status }: BoundCopy, issuance: string, certificate: string): WalletCredential {
    return Object.assign(new WalletCredential(), {
      ...{ id: this.node.newId('walletCredential'), issuance, certificate },
      ...{ holderKey: thumbprint(holderKey), statusList: status.uri, statusIndex: status.index },
    });
  }
}

interface BoundCopy {
  readonly holderKey: JWK;
  readonly status: StatusReference;
}
