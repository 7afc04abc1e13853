import { Injectable } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { lockForUpdate, UnitOfWork } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { WalletIssuance } from '../record/wallet-issuance.entity.js';
import { IssuanceFault } from '../rules/issuance-fault.js';
import { readNotification } from '../rules/notification.js';

/** The Notification Endpoint (OpenID4VCI 1.0 §11): remembers what became of the copies. Repeating it changes nothing. */
@Injectable()
export class RecordNotification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @throws IssuanceFault invalid_notification_request, invalid_notification_id */
  async execute(wallet: WalletToken, body: unknown): Promise<void> {
    const { id, event } = readNotification(body);
    await this.unitOfWork.run(async (tx) => {
      const issuance = await lockForUpdate(tx, WalletIssuance, { id });
      if (!issuance || issuance.holder !== (wallet.holder as string)) {
        throw new IssuanceFault('invalid_notification_id', 'there is no such notification_id');
      }
      if (issuance.event === event) return;
      await tx.update(WalletIssuance, { id }, { event, notifiedAt: this.node.now() });
      await this.audit.append(tx, {
        actor: wallet.subject,
        action: 'wallet.notified',
        subject: issuance.certificate,
        details: { event },
      });
    });
  }
}
