import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Catalogue } from '../../catalogue/index.js';
import { forApplication, type NewUse, RecordUse } from '../../certificate-use/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import type { InspectedCredential } from './verify-answer.js';

/** Remembers at the side of the user which certificates a wallet presented (用证留痕), with the owners' receipts. */
@Injectable()
export class TakeWalletUses {
  constructor(
    private readonly recordUse: RecordUse,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  async execute(
    tx: EntityManager,
    request: PresentationRequestRecord,
    witnessed: readonly InspectedCredential[],
  ): Promise<void> {
    for (const each of witnessed) {
      const use = this.useOf(request, each);
      if (use) await this.recordUse.execute(tx, use);
    }
  }

  private useOf(
    { id, item, caseReference, authority, clerkRole, requester }: PresentationRequestRecord,
    { report, witness }: InspectedCredential,
  ): NewUse | undefined {
    if (!witness) return undefined;
    const { use, certificate, holder, receipt } = witness;
    return {
      ...{ id: use, side: 'TAKEN', certificate, holder, receipt, item, caseReference, channel: 'WALLET', occasion: id },
      ...{ identifier: report.identifier ?? '', type: report.type ?? '', purpose: forApplication },
      verifierDivision: this.node.division,
      verifierAuthority: authority,
      verifierName: this.catalogue.authority(authority).name,
      claims: Object.keys(report.claims ?? {}).sort(),
      ...{ clerk: clerkRole === null ? null : requester, clerkRole },
      usedAt: new Date(report.checkedAt),
    };
  }
}
