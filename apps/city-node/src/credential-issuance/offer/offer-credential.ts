import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { UnitOfWork } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { type CertificateRecord, FindCertificates } from '../../certificate/index.js';
import { NodeContext } from '../../node-context/index.js';
import { endpointPaths } from '../issuer-options.js';
import { CredentialOfferRecord } from '../record/credential-offer.entity.js';
import { AskAuthorizationServer, type OfferCodes } from './ask-authorization-server.js';
import { offerContent } from './offer-content.js';
import { type OfferCredentialInput, OfferGrant } from './offer.model.js';
import { assertOfferable } from './offer-rules.js';

/** An offer that was made. The transaction code is told once and not kept here. */
export interface MadeOffer {
  readonly id: string;
  readonly offerUri: string;
  readonly transactionCode?: string;
  readonly expiresAt: Date;
}

const usualLifetime = 300;

/** Offers a certificate to its holder's wallet (发证邀约). Each call makes a new offer; an old one ends by itself. */
@Injectable()
export class OfferCredential {
  constructor(
    private readonly certificates: FindCertificates,
    private readonly authorizationServer: AskAuthorizationServer,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @throws CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_REVOKED and the like, LOGIN_UNREACHABLE */
  async execute(caller: Caller, input: OfferCredentialInput): Promise<MadeOffer> {
    const certificate = await this.certificates.byId(input.certificate, 'input.certificate');
    assertOfferable(certificate, caller, this.node.now());
    const { grant, lifetimeSeconds } = input;
    const codes = await this.authorizationServer.execute({
      holder: certificate.holder,
      holderKind: caller.holderKind ?? 'natural-person',
      configuration: certificate.type,
      certificate: certificate.id,
      transactionCode: input.transactionCode && grant === OfferGrant.PRE_AUTHORIZED_CODE,
      lifetimeSeconds: lifetimeSeconds ?? usualLifetime,
    });
    return this.keep(caller, { certificate, codes, grant });
  }

  private async keep(caller: Caller, { certificate, codes, grant }: NewOffer): Promise<MadeOffer> {
    const { id: subject, type: configuration } = certificate;
    const [id, now] = [this.node.newId('credentialOffer'), this.node.now()];
    const expiresAt = new Date(now.getTime() + codes.expiresInSeconds * 1000);
    const content = offerContent({ issuer: this.node.url, configuration, grant, codes });
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(CredentialOfferRecord, { expiresAt: LessThan(now) });
      await tx.insert(CredentialOfferRecord, { id, certificate: subject, content: { ...content }, expiresAt });
      const details = { type: configuration, grant };
      await this.audit.append(tx, { actor: caller.subject, action: 'certificate.offered-to-wallet', subject, details });
    });
    const { transactionCode } = codes;
    const offerUri = `${this.node.url}${endpointPaths.offers}/${id}`;
    return { id, offerUri, expiresAt, ...(transactionCode !== undefined && { transactionCode }) };
  }
}

interface NewOffer {
  readonly certificate: CertificateRecord;
  readonly codes: OfferCodes;
  readonly grant: OfferGrant;
}
