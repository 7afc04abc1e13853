import { registerEnumType } from '@nestjs/graphql';
import type { PresentationFlow, ResponseMode } from '../record/presentation-request.entity.js';
import { type AnswerRefusal, answerRefusals } from '../rules/match-answer.js';
import { type RequestState, requestStates } from '../rules/request-states.js';

type Enum<Name extends string> = { [Each in Name]: Each };
const enumOf = <Name extends string>(names: readonly Name[]): Enum<Name> =>
  Object.fromEntries(names.map((name) => [name, name])) as Enum<Name>;

/** How far a request has got, as a GraphQL enum. */
export const PresentationRequestState = enumOf<RequestState>(requestStates);
registerEnumType(PresentationRequestState, {
  name: 'PresentationRequestState',
  description: 'How far a request for a presentation has got (出示请求状态)',
  valuesMap: {
    REQUESTED: { description: 'Waits for a wallet (待扫码)' },
    FETCHED: { description: 'A wallet has read it (已读取)' },
    RECEIVED: { description: 'A wallet has answered; the answer is being verified (核验中)' },
    VERIFIED: { description: 'Everything that was presented holds (核验通过)' },
    REFUSED: { description: 'The wallet declined, or what it presented does not hold (未通过)' },
    UNDETERMINED: { description: 'A source could not be asked: neither valid nor invalid; ask anew (无法确定)' },
    EXPIRED: { description: 'Nobody answered in time (已过期)' },
  },
});

/** Why an answer was refused, as a GraphQL enum. */
export const PresentationRefusal = enumOf<AnswerRefusal>(answerRefusals);
registerEnumType(PresentationRefusal, {
  name: 'PresentationRefusal',
  description: 'Why an answer was refused as a whole (拒绝原因)',
  valuesMap: {
    WALLET_DECLINED: { description: 'The wallet or its holder declined (持有人拒绝)' },
    NOT_ASKED_FOR: { description: 'It answers what was not asked (超出请求)' },
    MORE_THAN_ASKED: { description: 'It presents more certificates than were asked for (多于请求)' },
    MATERIAL_MISSING: { description: 'A required material is missing (缺少材料)' },
    CREDENTIAL_REFUSED: { description: 'A certificate does not hold; its checks say why (证照核验未通过)' },
    CREDENTIAL_UNDETERMINED: { description: 'A source could not be asked; the checks say which (无法确定)' },
  },
});

/** How a wallet sends its answer, as a GraphQL enum. */
export const PresentationResponseMode = enumOf<ResponseMode>(['DIRECT_POST', 'DIRECT_POST_JWT']);
registerEnumType(PresentationResponseMode, {
  name: 'PresentationResponseMode',
  description: 'How a wallet sends its answer, by OpenID4VP (应答方式)',
  valuesMap: {
    DIRECT_POST: { description: '`direct_post`: in the clear inside TLS (明文)' },
    DIRECT_POST_JWT: { description: '`direct_post.jwt`: encrypted to a key of this one request (加密)' },
  },
});

/** Where the wallet is, as a GraphQL enum. */
export const PresentationFlowKind = enumOf<PresentationFlow>(['SAME_DEVICE', 'CROSS_DEVICE']);
registerEnumType(PresentationFlowKind, {
  name: 'PresentationFlow',
  description: 'Where the wallet is (出示方式)',
  valuesMap: {
    SAME_DEVICE: { description: 'On the requester’s own device, which it returns to (同设备)' },
    CROSS_DEVICE: { description: 'On another device, which scans the code (跨设备扫码)' },
  },
});
