import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { Certificate } from '../certificate.model.js';
import { FindCertificates } from '../find-certificates.js';
import { presentRecord } from '../present-record.js';
import { CancelCertificate } from './cancel-certificate.js';
import {
  CancelCertificateInput,
  ResumeCertificateInput,
  RevokeCertificateInput,
  SuspendCertificateInput,
} from './certificate-step.inputs.js';
import { ResumeCertificate } from './resume-certificate.js';
import { RevokeCertificate } from './revoke-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';

/** What officers of the issuing authority do to a certificate. */
@Resolver()
export class CertificateStepResolver {
  constructor(
    private readonly suspend: SuspendCertificate,
    private readonly resume: ResumeCertificate,
    private readonly revoke: RevokeCertificate,
    private readonly cancel: CancelCertificate,
    private readonly certificates: FindCertificates,
  ) {}

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, { nullable: true, description: 'Suspends a certificate (暂扣, 冻结)' })
  async suspendCertificate(
    @InputArgument() input: SuspendCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return this.changed(await this.suspend.execute(caller, input));
  }

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, { nullable: true, description: 'Resumes a suspended certificate (恢复)' })
  async resumeCertificate(
    @InputArgument() input: ResumeCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return this.changed(await this.resume.execute(caller, input));
  }

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, { nullable: true, description: 'Revokes a certificate, for good (吊销, 撤销)' })
  async revokeCertificate(
    @InputArgument() input: RevokeCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return this.changed(await this.revoke.execute(caller, input));
  }

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, { nullable: true, description: 'Cancels a certificate, for good (注销)' })
  async cancelCertificate(
    @InputArgument() input: CancelCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return this.changed(await this.cancel.execute(caller, input));
  }

  private async changed(id: string): Promise<Certificate> {
    return presentRecord(await this.certificates.byId(id));
  }
}
