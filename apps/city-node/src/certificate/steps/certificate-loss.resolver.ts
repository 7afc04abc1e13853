import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay, SignedIn } from '#libs/platform';
import { Owner } from '#libs/routing';
import { Certificate } from '../certificate.model.js';
import { FindCertificates } from '../find-certificates.js';
import { presentRecord } from '../present-record.js';
import { LiftCertificateLossInput, ReportCertificateLostInput } from './certificate-step.inputs.js';
import { LiftCertificateLoss } from './lift-certificate-loss.js';
import { ReportCertificateLost } from './report-certificate-lost.js';

/** Lost and found. */
@Resolver()
export class CertificateLossResolver {
  constructor(
    private readonly reportLost: ReportCertificateLost,
    private readonly liftLoss: LiftCertificateLoss,
    private readonly certificates: FindCertificates,
  ) {}

  @Owner('input.certificate')
  @SignedIn()
  @Mutation(() => Certificate, {
    nullable: true,
    description: 'Reports a certificate lost: its holder, or an officer of the issuing authority (挂失)',
  })
  async reportCertificateLost(
    @InputArgument() input: ReportCertificateLostInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return presentRecord(await this.certificates.byId(await this.reportLost.execute(caller, input)));
  }

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, { nullable: true, description: 'Lifts a reported loss: found again (解除挂失)' })
  async liftCertificateLoss(
    @InputArgument() input: LiftCertificateLossInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return presentRecord(await this.certificates.byId(await this.liftLoss.execute(caller, input)));
  }
}
