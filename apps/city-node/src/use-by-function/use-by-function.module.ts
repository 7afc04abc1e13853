import { Module, type OnModuleInit } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { ApplicationModule } from '../application/index.js';
import { CertificateModule } from '../certificate/index.js';
import { CertificateUseModule } from '../certificate-use/index.js';
import { AskByFunction } from './ask-by-function.js';
import { FindCase } from './find-case.js';
import { functionQuestion } from './function-question.js';
import { GiveByFunction } from './give-by-function.js';
import { LocateCertificate } from './locate-certificate.js';
import { UseByFunctionResolver } from './use-by-function.resolver.js';
import { UseCertificateByFunction } from './use-certificate-by-function.js';

/** The use of certificates in the exercise of duty, on both sides (依职能用证). */
@Module({
  imports: [CertificateModule, CertificateUseModule, ApplicationModule],
  providers: [
    ...[UseCertificateByFunction, AskByFunction, GiveByFunction],
    ...[FindCase, LocateCertificate, UseByFunctionResolver],
  ],
})
export class UseByFunctionModule implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly give: GiveByFunction,
  ) {}

  onModuleInit(): void {
    this.exchange.onQuestion(functionQuestion, (question) => this.give.answer(question));
  }
}
