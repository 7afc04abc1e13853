import { Module, type OnModuleInit } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { ApplicationModule } from '../application/index.js';
import { CertificateModule } from '../certificate/index.js';
import { CertificateUseModule } from '../certificate-use/index.js';
import { CaseOfUse } from './case-of-use.js';
import { CreateUseCode } from './create-use-code.js';
import { HonourUseCode } from './honour-use-code.js';
import { RedeemUseCode } from './redeem-use-code.js';
import { useCodeQuestion } from './redemption.js';
import { UseCodeResolver } from './use-code.resolver.js';

/** One-time codes that holders show at windows, on both sides (亮证, 扫码用证). */
@Module({
  imports: [CertificateModule, CertificateUseModule, ApplicationModule],
  providers: [CreateUseCode, RedeemUseCode, HonourUseCode, CaseOfUse, UseCodeResolver],
})
export class UseCodeModule implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly honour: HonourUseCode,
  ) {}

  onModuleInit(): void {
    this.exchange.onQuestion(useCodeQuestion, (question) => this.honour.answer(question));
  }
}
