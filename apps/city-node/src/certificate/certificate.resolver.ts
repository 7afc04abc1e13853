import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { localDateOf } from '#libs/kernel';
import { type Caller, CurrentCaller, IdArgument, type Page, SignedIn } from '#libs/platform';
import { EveryCity, Owner, Reference } from '#libs/routing';
import { Authority, Catalogue, CertificateType, presentAuthority } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { MyCertificatesArgs } from './certificate.args.js';
import { Certificate, CertificateConnection } from './certificate.model.js';
import { FindCertificates } from './find-certificates.js';
import { may } from './policies.js';
import { presentRecord } from './present-record.js';

@Resolver(() => Certificate)
export class CertificateResolver {
  constructor(
    private readonly certificates: FindCertificates,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  @Owner('id')
  @SignedIn()
  @Query(() => Certificate, { nullable: true, description: 'A certificate, for its holder and its issuer (电子证照)' })
  async certificate(
    @IdArgument('certificate', '电子证照') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Certificate> {
    return presentRecord(await this.certificates.readable(id, caller));
  }

  @EveryCity({ merge: 'CONNECTION' })
  @SignedIn()
  @Query(() => CertificateConnection, {
    nullable: true,
    description: 'The caller’s certificates, newest first (我的证照)',
  })
  async myCertificates(@Args() args: MyCertificatesArgs, @CurrentCaller() caller: Caller): Promise<Page<Certificate>> {
    const { first, after, type } = args;
    const page = await this.certificates.page({ holder: caller.holder, type, first, after });
    const owners = await this.certificates.ownersOfAll(page.edges.map(({ node }) => node));
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: presentRecord(node, owners.get(node.id)) }));
    return { ...page, edges };
  }

  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'Its kind (证照类型)' })
  type(@Parent() { typeKey }: Certificate): CertificateType {
    return { key: typeKey };
  }

  @ResolveField(() => Authority, { description: 'Who issued it (颁发机构)' })
  issuer(@Parent() { authorityCode }: Certificate): Authority {
    return presentAuthority(this.catalogue.authority(authorityCode));
  }

  @ResolveField(() => Boolean, { description: 'Whether its last day is over: a date, whatever the status (过期)' })
  expired(@Parent() { validUntil }: Certificate): boolean {
    return Boolean(validUntil && validUntil < localDateOf(this.node.now()));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Its signed form, an SD-JWT VC; for its holder or an owner alone (签名凭证)',
  })
  async credential(@Parent() certificate: Certificate, @CurrentCaller() caller: Caller): Promise<string | null> {
    const { authorityCode: authority, signedForm } = certificate;
    const owners = await this.ownersOf(certificate);
    return may('read-credential', caller, { authority, owners }, this.node.division) ? signedForm : null;
  }

  @ResolveField(() => Int, { description: 'How many own it; more than one: to use it takes them all (共有人数)' })
  async ownerCount(@Parent() certificate: Certificate): Promise<number> {
    return (await this.ownersOf(certificate)).length;
  }

  private async ownersOf(certificate: Certificate): Promise<readonly string[]> {
    return certificate.owners ?? this.certificates.ownersOf(certificate);
  }
}
