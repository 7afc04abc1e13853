import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { EndSpecialProcedure } from '../use-case/end-special-procedure.js';
import { ExtendReview } from '../use-case/extend-review.js';
import { StartReview } from '../use-case/start-review.js';
import { StartSpecialProcedure } from '../use-case/start-special-procedure.js';
import {
  EndSpecialProcedureInput,
  ExtendReviewInput,
  StartReviewInput,
  StartSpecialProcedureInput,
} from './review.inputs.js';
import { Application, presentApplication } from './application.model.js';

/** What reviewers and supervisors do while a case is under review. */
@Resolver(() => Application)
export class ReviewResolver {
  constructor(
    private readonly start: StartReview,
    private readonly pause: StartSpecialProcedure,
    private readonly resume: EndSpecialProcedure,
    private readonly extend: ExtendReview,
  ) {}

  @Owner('input.application')
  @RolesMay('reviewer')
  @Mutation(() => Application, { nullable: true, description: 'Starts the review (审查)' })
  async startReview(@InputArgument() input: StartReviewInput, @CurrentCaller() caller: Caller): Promise<Application> {
    return presentApplication(await this.start.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('reviewer')
  @Mutation(() => Application, {
    nullable: true,
    description: 'Starts a special procedure: the limits stand still (特别程序)',
  })
  async startSpecialProcedure(
    @InputArgument() input: StartSpecialProcedureInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.pause.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('reviewer')
  @Mutation(() => Application, {
    nullable: true,
    description: 'Ends the special procedure: the limits go on (特别程序结束)',
  })
  async endSpecialProcedure(
    @InputArgument() input: EndSpecialProcedureInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.resume.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('supervisor')
  @Mutation(() => Application, { nullable: true, description: 'Extends the limits, once (延长审批)' })
  async extendReview(@InputArgument() input: ExtendReviewInput, @CurrentCaller() caller: Caller): Promise<Application> {
    return presentApplication(await this.extend.execute(caller, input));
  }
}
