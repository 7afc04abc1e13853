import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { Certificate } from '../certificate.model.js';
import { FindCertificates } from '../find-certificates.js';
import { presentRecord } from '../present-record.js';
import { CreateCertificateInput, SupersedeCertificateInput } from './certificate-issue.inputs.js';
import { CreateCertificate } from './create-certificate.js';
import { SupersedeCertificate } from './supersede-certificate.js';

/** How officers issue certificates outside applications. */
@Resolver()
export class CertificateIssueResolver {
  constructor(
    private readonly create: CreateCertificate,
    private readonly supersede: SupersedeCertificate,
    private readonly certificates: FindCertificates,
  ) {}

  @Owner('input.division')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, {
    nullable: true,
    description:
      'Issues a certificate without an application: to a person, a company, the owners of a thing (依职权制证)',
  })
  async createCertificate(
    @InputArgument() input: CreateCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return presentRecord(await this.certificates.byId(await this.create.execute(caller, input)));
  }

  @Owner('input.certificate')
  @RolesMay('issuing-officer')
  @Mutation(() => Certificate, {
    nullable: true,
    description: 'Issues the next version of a certificate; the old one ends in the same act (变更, 换发, 补发)',
  })
  async supersedeCertificate(
    @InputArgument() input: SupersedeCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return presentRecord(await this.certificates.byId(await this.supersede.execute(caller, input)));
  }
}
