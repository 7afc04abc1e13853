import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { NodeContext } from '../../node-context/index.js';
import { CredentialOfferRecord, type OfferContent } from '../record/credential-offer.entity.js';

/** Reads offers: a wallet may fetch one as often as it likes until it ends, for its code is what works once. */
@Injectable()
export class FindOffer {
  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
  ) {}

  /** @throws NOT_FOUND */
  async execute(id: string): Promise<OfferContent> {
    const offer = await this.database.reads.findOneBy(CredentialOfferRecord, { id });
    if (!offer || offer.expiresAt <= this.node.now()) throw new KuashiError('NOT_FOUND');
    return offer.content;
  }
}
