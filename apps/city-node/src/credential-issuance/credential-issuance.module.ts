import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationModule } from '../application/index.js';
import { CertificateModule } from '../certificate/index.js';
import { NodeContext } from '../node-context/index.js';
import { AccessTokens } from './access/access-tokens.js';
import { AuthenticateWallet } from './access/authenticate-wallet.js';
import { CredentialController } from './http/credential.controller.js';
import { NotificationController } from './http/notification.controller.js';
import { type CredentialIssuerOptions, credentialIssuerOptions } from './issuer-options.js';
import { CredentialConfigurations } from './metadata/credential-configurations.js';
import { IssuerMetadataController } from './metadata/metadata.controller.js';
import { PublishMetadata } from './metadata/publish-metadata.js';
import { SignMetadata } from './metadata/sign-metadata.js';
import { SpendOnce } from './nonce/spend-once.js';
import { AskAuthorizationServer } from './offer/ask-authorization-server.js';
import { FindOffer } from './offer/find-offer.js';
import { OfferCredential } from './offer/offer-credential.js';
import { CredentialOfferController } from './offer/offer.controller.js';
import { CredentialOfferResolver } from './offer/offer.resolver.js';
import { CheckProofs } from './use-case/check-proofs.js';
import { FetchDeferredCredential } from './use-case/fetch-deferred-credential.js';
import { FindIssuable } from './use-case/find-issuable.js';
import { IssueWalletCopies } from './use-case/issue-wallet-copies.js';
import { RecordNotification } from './use-case/record-notification.js';
import { IssueOrDefer } from './use-case/issue-or-defer.js';
import { RequestCredential } from './use-case/request-credential.js';
import { WaitingRequests } from './use-case/waiting-requests.js';

const useCases = [
  RequestCredential,
  IssueOrDefer,
  FetchDeferredCredential,
  RecordNotification,
  FindOffer,
  OfferCredential,
  AskAuthorizationServer,
];
const parts = [CheckProofs, FindIssuable, IssueWalletCopies, WaitingRequests, SpendOnce, AuthenticateWallet];

/** The credential issuer of this node (OpenID4VCI 1.0): certificates go into wallets (钱包). */
@Module({})
export class CredentialIssuanceModule {
  static forRoot(options: CredentialIssuerOptions): DynamicModule {
    return {
      module: CredentialIssuanceModule,
      imports: [CertificateModule, ApplicationModule],
      controllers: [IssuerMetadataController, CredentialController, NotificationController, CredentialOfferController],
      providers: [
        { provide: credentialIssuerOptions, useValue: options },
        {
          provide: AccessTokens,
          inject: [NodeContext],
          useFactory: ({ url: audience, clock }: NodeContext) =>
            new AccessTokens({ issuer: options.issuerUrl, audience, clock }),
        },
        ...[CredentialConfigurations, PublishMetadata, SignMetadata, CredentialOfferResolver],
        ...[...useCases, ...parts],
      ],
    };
  }
}
