import { Resolver, Subscription } from '@nestjs/graphql';
import { parseId, type Stream } from '#libs/kernel';
import { CurrentCaller, IdArgument, SignedIn, type Caller } from '#libs/platform';
import { Owner } from '#libs/routing';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { WatchApplication } from '../watch/watch-application.js';
import { Application, presentApplication } from './application.model.js';

const description = [
  'A case as it goes on, for whoever may read it: as it stands at once, then after each step, whoever takes it.',
  'Every event is the whole case as it stands then, so after a pause the first one tells all; steps that follow each',
  'other quickly may be told as one, and a state may be told twice. It ends when the access token expires',
  '(TOKEN_EXPIRED) and when the right to read the case is gone (FORBIDDEN) (办件进展)',
].join(' ');

/** Watching cases. */
@Resolver(() => Application)
export class ApplicationChangesResolver {
  constructor(private readonly watch: WatchApplication) {}

  @Owner('id')
  @SignedIn()
  @Subscription(() => Application, { nullable: true, description, resolve: presentApplication })
  async applicationChanged(
    @IdArgument('application', '办件') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Stream<ApplicationRecord>> {
    parseId(id, 'application', 'id');
    return this.watch.execute(id, caller);
  }
}
