import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { type Check, describeReason, type VerificationReport } from '#libs/credential';
import { negotiateLanguage } from '#libs/kernel';
import { AnyoneMay } from '#libs/platform';
import { VerifyCredentialArgs } from './verify.inputs.js';
import { VerifyPresentedCredential } from './verify-presented-credential.js';

/** A report with the reason of each check in words. */
export type WordedReport = Omit<VerificationReport, 'checks'> & {
  readonly checks: readonly (Check & { readonly text: string })[];
};

/** The verifier for everyone: no account, no token; nothing of what is shown is kept. */
@Controller('registry')
export class VerifyController {
  constructor(private readonly verify: VerifyPresentedCredential) {}

  /** Verifies a credential or a presentation; 200 with the report whatever it finds. */
  @AnyoneMay()
  @Post('verify')
  @HttpCode(200)
  async report(
    @Body() { credential, keyBinding }: VerifyCredentialArgs,
    @Headers('accept-language') accepted?: string,
  ): Promise<WordedReport> {
    const language = negotiateLanguage(accepted);
    const report = await this.verify.execute(credential, keyBinding);
    const checks = report.checks.map((check) => ({ ...check, text: describeReason(check.reason, language) }));
    return { ...report, checks };
  }
}
