import { Module } from '@nestjs/common';
import { AcceptPresentation } from './accept-presentation.js';
import { CertificateModule } from '../certificate/index.js';
import { MandateModule } from '../mandate/index.js';
import { NodeLookupModule } from '../node-lookup/index.js';
import { CertificateUseResolver } from './certificate-use.resolver.js';
import { FindUses } from './find-uses.js';
import { GiveUse } from './give-use.js';
import { PresentedCertificateResolver } from './presented-certificate.resolver.js';
import { PresentCertificate } from './present-certificate.js';
import { RecordUse } from './record-use.js';
import { RequestPresentation } from './request-presentation.js';
import { SearchCertificates } from './search-certificates.js';
import { SearchEveryNode } from './search-every-node.js';
import { TellVerifiers } from './tell-verifiers.js';
import { AnswerQuestions, FollowStatus, RegisterUses } from './wiring.js';
import { UseReceipts } from './use-receipts.js';
import { VerifyPresentation } from './verify-presentation.js';

const useCases = [PresentCertificate, SearchCertificates, RequestPresentation];
const parts = [SearchEveryNode, GiveUse, AcceptPresentation, VerifyPresentation, RecordUse, UseReceipts];
const wiring = [AnswerQuestions, FollowStatus, RegisterUses];

@Module({
  imports: [CertificateModule, NodeLookupModule, MandateModule],
  providers: [
    ...useCases,
    ...parts,
    ...wiring,
    TellVerifiers,
    FindUses,
    CertificateUseResolver,
    PresentedCertificateResolver,
  ],
  exports: [RequestPresentation, SearchEveryNode, GiveUse, AcceptPresentation, VerifyPresentation, RecordUse, FindUses],
})
export class CertificateUseModule {}
