import { Field, ID, ObjectType } from '@nestjs/graphql';
import { VerificationCheck } from '#libs/contract';
import { DateTimeScalar, JsonScalar, Node } from '#libs/platform';
import { Authority } from '../../catalogue/index.js';
import type { PresentationFlow, ResponseMode } from '../record/presentation-request.entity.js';
import type { AnswerRefusal } from '../rules/match-answer.js';
import type { RequestState } from '../rules/request-states.js';
import {
  PresentationFlowKind,
  PresentationRefusal,
  PresentationRequestState,
  PresentationResponseMode,
} from './presentation-request.vocabulary.js';

/** A certificate that a wallet presented, with everything that was checked. */
@ObjectType({ description: 'A certificate that a wallet presented, with everything that was checked (出示的证照)' })
export class PresentedCredential {
  /** Keys and IDs; the resolver answers references. */
  typeKey?: string;
  certificateId?: string;

  @Field(() => ID, { description: 'Key of the material it is for (材料)' })
  material!: string;

  @Field(() => ID, { description: 'The credential query it answers (对应的凭证请求)' })
  query!: string;

  @Field(() => Boolean, { description: 'Whether every check passed (是否通过核验)' })
  valid!: boolean;

  @Field(() => [VerificationCheck], { description: 'Every check with its reason (核验项)' })
  checks!: readonly VerificationCheck[];

  @Field(() => String, { nullable: true, description: 'Certificate identifier (电子证照标识)' })
  identifier?: string;

  @Field(() => Authority, { nullable: true, description: 'Who issued it (颁发机构)' })
  issuer?: Authority;

  @Field(() => JsonScalar, { nullable: true, description: 'The claims that were asked for and disclosed (披露字段)' })
  claims?: object;

  @Field(() => ID, { nullable: true, description: 'The use in the holder’s record (用证留痕)' })
  use?: string;

  @Field(() => DateTimeScalar, { description: 'When it was checked (核验时间)' })
  checkedAt!: Date;
}

/** A request for certificates out of a wallet. */
@ObjectType({
  implements: () => [Node],
  description: 'A request for certificates out of a wallet (出示请求, OpenID4VP)',
})
export class PresentationRequest extends Node {
  /** Key; the resolver answers the reference. */
  itemKey!: string;

  @Field(() => String, { description: 'What the wallet opens: `openid4vp://…` (唤起钱包的链接)' })
  uri!: string;

  @Field(() => PresentationRequestState, { description: 'How far it has got (出示请求状态)' })
  state!: RequestState;

  @Field(() => PresentationRefusal, { nullable: true, description: 'Why the answer was refused (拒绝原因)' })
  refusal!: AnswerRefusal | null;

  @Field(() => String, {
    nullable: true,
    description: 'What exactly: a material, a query, the wallet’s own words (具体所指)',
  })
  detail!: string | null;

  @Field(() => Authority, { description: 'Who asks (用证方)' })
  verifier!: Authority;

  @Field(() => JsonScalar, { description: 'What is asked, in DCQL (请求内容)' })
  query!: object;

  @Field(() => [PresentedCredential], {
    nullable: true,
    description: 'What was presented; null while it is kept back until the response code is given (同设备须提供返回码)',
  })
  credentials!: readonly PresentedCredential[] | null;

  @Field(() => ID, { nullable: true, description: 'The application it is for (办件)' })
  application!: string | null;

  @Field(() => PresentationResponseMode, { description: 'How the wallet answers (应答方式)' })
  responseMode!: ResponseMode;

  @Field(() => PresentationFlowKind, { description: 'Where the wallet is (出示方式)' })
  flow!: PresentationFlow;

  @Field(() => DateTimeScalar, { description: 'Until when it can be answered (失效时间)' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the answer came (应答时间)' })
  receivedAt!: Date | null;
}
