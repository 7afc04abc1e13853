import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCaller, type Caller } from '#libs/platform';
import { Reference } from '#libs/routing';
import { Authority, Catalogue, CertificateType, presentAuthority, ServiceItem } from '../../catalogue/index.js';
import { Certificate } from '../../certificate/index.js';
import { situationOf } from '../record/case-file.js';
import { FindApplications } from '../record/find-applications.js';
import { actorOf, readsDisclosures, View, viewOf } from '../rules/policies.js';
import { openTransitions } from '../rules/state-table.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { ApplicationLimit, presentLimits } from './application-limit.model.js';
import { ApplicationMaterial, presentMaterial } from './application-material.model.js';
import { ApplicationStepEntry } from './application-step.model.js';
import { Application } from './application.model.js';

/** What a case has beside its own row. */
@Resolver(() => Application)
export class ApplicationFieldsResolver {
  constructor(
    private readonly applications: FindApplications,
    private readonly catalogue: Catalogue,
  ) {}

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item of the basic catalogue (事项)' })
  item(@Parent() { record }: Application): Pick<ServiceItem, 'key'> {
    return { key: record.item };
  }

  @Reference()
  @ResolveField(() => CertificateType, {
    nullable: true,
    description: 'The kind of certificate a grant ends in (结果证照类型)',
  })
  resultType(@Parent() { record }: Application): Pick<CertificateType, 'key'> | null {
    return record.resultType === null ? null : { key: record.resultType };
  }

  @Reference()
  @ResolveField(() => Certificate, { nullable: true, description: 'The certificate that was issued (结果证照)' })
  result(@Parent() { record }: Application): Pick<Certificate, 'id'> | null {
    return record.result === null ? null : { id: record.result };
  }

  @ResolveField(() => Authority, { description: 'The authority that decides (实施机关)' })
  authority(@Parent() { record }: Application): Authority {
    return presentAuthority(this.catalogue.authority(record.authority));
  }

  @ResolveField(() => [ApplicationMaterial], { description: 'Materials, in the order they were handed in (材料)' })
  async materials(@Parent() { record }: Application, @CurrentCaller() caller: Caller): Promise<ApplicationMaterial[]> {
    if (viewOf(caller, record) === View.NONE) return [];
    const rows = await this.applications.materials(record.id);
    const disclosed = readsDisclosures(caller, record);
    return rows.map((row) => {
      const material = presentMaterial(row, this.catalogue.material(record.item, row.requirement).name);
      return disclosed ? material : { ...material, claims: null };
    });
  }

  @ResolveField(() => [ApplicationStepEntry], { description: 'Its life so far, oldest first (办理过程)' })
  async steps(@Parent() { record }: Application, @CurrentCaller() caller: Caller): Promise<ApplicationStepEntry[]> {
    const steps = await this.applications.steps(record.id);
    const view = viewOf(caller, record);
    // Who may act on a case without reading it (a window that delivers) is shown the own act.
    const shown = steps.filter(({ subject }) => view !== View.NONE || subject === caller.subject);
    return shown.map((step) => ({ ...step, opinion: view === View.OFFICER ? step.opinion : null }));
  }

  @ResolveField(() => [ApplicationLimit], { description: 'Its clocks, as far as they have started (时限)' })
  limits(@Parent() { record }: Application): ApplicationLimit[] {
    return presentLimits(record.clocks);
  }

  @ResolveField(() => [ApplicationEvent], { description: 'What the caller may do with it now (可办环节)' })
  async possibleEvents(
    @Parent() { record: application }: Application,
    @CurrentCaller() caller: Caller,
  ): Promise<ApplicationEvent[]> {
    const steps = await this.applications.steps(application.id);
    const open = openTransitions(situationOf({ application, steps })).map(({ event }) => event);
    return open.filter((event) => actorOf(event, caller, application) !== undefined);
  }
}
