import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import type { JWK } from 'jose';
import { Exchange } from '#libs/exchange';
import { idPrefixes } from '#libs/kernel';
import { ApplicationModule } from '../application/index.js';
import { CertificateModule } from '../certificate/index.js';
import { CertificateUseModule } from '../certificate-use/index.js';
import { IssuerKeys, KeySeal, X509Chains } from '../issuer/index.js';
import { NodeContext } from '../node-context/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { presentationRequestResolvers } from './api/presentation-request.resolvers.js';
import { PresentRequest } from './api/present-request.js';
import { Openid4vpController } from './protocol/openid4vp.controller.js';
import { RequestSecrets } from './protocol/request-secrets.js';
import { VerifierIdentity } from './protocol/verifier-identity.js';
import { RequestRecords } from './record/request-records.js';
import { RedirectOrigins } from './rules/redirect-uri.js';
import { presentationUseCases } from './use-case/all-use-cases.js';
import { FindRequests } from './use-case/find-requests.js';
import { WitnessUse } from './use-case/witness-use.js';
import { witnessType } from './use-case/witness-question.js';

/** What the node's settings say about presentations. */
export interface PresentationOptions {
  readonly nodeKey: JWK;
  /** Https origins that a wallet may return to. */
  readonly redirectOrigins: readonly string[];
}

/** The OpenID4VP verifier: certificates out of wallets (出示). */
@Module({})
export class PresentationRequestModule implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly lookup: NodeLookup,
    private readonly witness: WitnessUse,
    private readonly found: FindRequests,
    private readonly present: PresentRequest,
  ) {}

  static forRoot(options: PresentationOptions): DynamicModule {
    return {
      module: PresentationRequestModule,
      imports: [NodeLookupModule, ApplicationModule, CertificateModule, CertificateUseModule],
      controllers: [Openid4vpController],
      providers: [
        ...partsOf(options),
        ...[RequestRecords, PresentRequest],
        ...presentationUseCases,
        ...presentationRequestResolvers,
      ],
    };
  }

  onModuleInit(): void {
    this.exchange.onQuestion(witnessType, (question) => this.witness.answer(question));
    this.lookup.register(idPrefixes.presentationRequest, async (ids, caller) => {
      const requests = await this.found.allVisible(ids, caller);
      return requests.map((found) => found && this.present.execute(found.record, found.withheld));
    });
  }
}

function partsOf({ nodeKey, redirectOrigins }: PresentationOptions) {
  return [
    { provide: RedirectOrigins, useValue: new RedirectOrigins(redirectOrigins) },
    {
      provide: RequestSecrets,
      inject: [NodeContext],
      useFactory: ({ random }: NodeContext) => new RequestSecrets(new KeySeal(nodeKey, random), random),
    },
    {
      provide: VerifierIdentity,
      inject: [IssuerKeys, X509Chains],
      useFactory: (keys: IssuerKeys, chains: X509Chains) => new VerifierIdentity(keys, chains),
    },
  ];
}
