import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { CertificateUseModule } from '../certificate-use/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { RunOnce } from '../repeatable/index.js';
import { presentDispute } from './dispute.model.js';
import { DisputeOfUseResolver } from './dispute-of-use.resolver.js';
import { DisputeResolver } from './dispute.resolver.js';
import { FindDisputes } from './find-disputes.js';
import { FollowDisputes } from './follow-disputes.js';
import { MoveDispute } from './move-dispute.js';
import { RaiseDispute } from './raise-dispute.js';
import { SettleDispute } from './settle-dispute.js';

/** Objections of holders to uses of their certificates, at both sides (异议, 纠错). */
@Module({
  imports: [NodeLookupModule, CertificateUseModule],
  providers: [
    ...[RaiseDispute, SettleDispute, MoveDispute, FollowDisputes, FindDisputes, RunOnce],
    ...[DisputeResolver, DisputeOfUseResolver],
  ],
})
export class DisputeModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly found: FindDisputes,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.dispute, async (ids, caller) => {
      const records = await this.found.allVisible(ids, caller);
      return records.map((record) => record && presentDispute(record));
    });
  }
}
