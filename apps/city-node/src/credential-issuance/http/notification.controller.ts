import { Body, Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChecksItsTokens, UnreadableBodyIs } from '#libs/platform';
import { AuthenticateWallet } from '../access/authenticate-wallet.js';
import { endpointPaths } from '../issuer-options.js';
import { RecordNotification } from '../use-case/record-notification.js';
import { IssuanceFaultFilter } from './issuance-fault.filter.js';
import { walletRequestOf } from './wallet-request.js';

/** Where wallets tell what became of their credentials (OpenID4VCI 1.0 §11). */
@UseFilters(IssuanceFaultFilter)
@Controller()
export class NotificationController {
  constructor(
    private readonly wallets: AuthenticateWallet,
    private readonly record: RecordNotification,
  ) {}

  @ChecksItsTokens()
  @UnreadableBodyIs('invalid_notification_request')
  @HttpCode(204)
  @Post(endpointPaths.notification)
  async notify(@Req() request: FastifyRequest, @Body() body: unknown): Promise<void> {
    const wallet = await this.wallets.execute(walletRequestOf(request, endpointPaths.notification));
    await this.record.execute(wallet, body);
  }
}
