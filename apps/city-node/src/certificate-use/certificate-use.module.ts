import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/index.js';
import { NodeLookupModule } from '../node-lookup/index.js';
import { CertificateUseResolver } from './certificate-use.resolver.js';
import { FindUses } from './find-uses.js';
import { PresentCertificate } from './present-certificate.js';
import { RecordUse } from './record-use.js';
import { RequestPresentation } from './request-presentation.js';
import { SearchCertificates } from './search-certificates.js';
import { TakeUse } from './take-use.js';
import { TellVerifiers } from './tell-verifiers.js';
import { AnswerQuestions, FollowStatus, RegisterUses } from './wiring.js';
import { VerifyPresentation } from './verify-presentation.js';

const useCases = [PresentCertificate, SearchCertificates, RequestPresentation, VerifyPresentation, TakeUse, RecordUse];
const wiring = [AnswerQuestions, FollowStatus, RegisterUses];

@Module({
  imports: [CertificateModule, NodeLookupModule],
  providers: [...useCases, ...wiring, TellVerifiers, FindUses, CertificateUseResolver],
  exports: [RequestPresentation, VerifyPresentation],
})
export class CertificateUseModule {}
