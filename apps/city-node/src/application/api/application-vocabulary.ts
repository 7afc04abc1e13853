import { registerEnumType } from '@nestjs/graphql';
import { LimitKind } from '../rules/clocks.js';
import { LimitState } from '../rules/limits.js';
import { MaterialForm, MaterialStatus } from '../rules/material-rules.js';
import {
  AcceptanceMode,
  Actor,
  ApplicationEvent,
  ApplicationState,
  DeliveryMethod,
  DocumentKind,
} from '../rules/vocabulary.js';

/** What kind of person applies. */
export enum ApplicantKind {
  NATURAL_PERSON = 'NATURAL_PERSON',
  LEGAL_PERSON = 'LEGAL_PERSON',
}

const terms = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([value, description]) => [value, { description }]));

registerEnumType(ApplicantKind, {
  name: 'ApplicantKind',
  description: 'What kind of person applies (申请人类型)',
  valuesMap: terms({ NATURAL_PERSON: '自然人', LEGAL_PERSON: '法人' }),
});

registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'Where an application stands (办件状态)',
  valuesMap: terms({
    DRAFT: 'Not filed yet (草稿)',
    SUBMITTED: 'Filed; to be accepted, corrected or refused within five working days (已提交)',
    CORRECTION_REQUESTED: 'To be corrected; the acceptance term stands still (待补正)',
    ACCEPTED: 'Accepted; the limits run (已受理)',
    NOT_ACCEPTED: 'Not accepted, with reasons and remedy (不予受理)',
    RETURNED: 'Sent back (退件)',
    UNDER_REVIEW: 'Under review (审查中)',
    SPECIAL_PROCEDURE: 'In a special procedure; the limits stand still (特别程序)',
    GRANTED: 'Granted (准予)',
    REFUSED: 'Refused, with reasons and remedy (不予许可)',
    CERTIFIED: 'The certificate is issued (已制证)',
    DELIVERED: 'Delivered (已送达)',
    COMPLETED: 'Completed (已办结)',
    WITHDRAWN: 'Withdrawn by the applicant (已撤回)',
    TERMINATED: 'Terminated (已终止)',
  }),
});

registerEnumType(ApplicationEvent, {
  name: 'ApplicationEvent',
  description: 'What happens to an application (办理环节)',
  valuesMap: terms({
    SUBMIT: '提交申请',
    REQUEST_CORRECTION: '一次性告知补正',
    CORRECT: '补正',
    ACCEPT: '受理',
    ACCEPT_BY_LAPSE: '逾期视为受理',
    REFUSE_ACCEPTANCE: '不予受理',
    RETURN: '退件',
    START_REVIEW: '开始审查',
    START_SPECIAL_PROCEDURE: '启动特别程序',
    END_SPECIAL_PROCEDURE: '结束特别程序',
    EXTEND: '延长审批',
    GRANT: '准予',
    REFUSE: '不予许可',
    CERTIFY: '制证',
    DELIVER: '送达',
    COMPLETE: '办结',
    WITHDRAW: '撤回',
    TERMINATE: '终止',
  }),
});

registerEnumType(Actor, {
  name: 'ApplicationActor',
  description: 'In which capacity somebody acts on an application (办理角色)',
  valuesMap: terms({
    APPLICANT: '申请人',
    AGENT: '代理人',
    INTAKE_WINDOW: 'The window that took the papers (收件窗口)',
    ACCEPTANCE_CLERK: '受理人员',
    REVIEWER: '审查人员',
    DECIDER: '决定人',
    ISSUING_OFFICER: '制证人员',
    SUPERVISOR: '督办人员',
    DELIVERY_CLERK: '送达人员',
    HANDOVER: 'A handover that the competent city confirmed (转件)',
    SYSTEM: 'The node itself (系统)',
  }),
});

registerEnumType(DocumentKind, {
  name: 'ApplicationDocumentKind',
  description: 'Kind of document (文书种类)',
  valuesMap: terms({
    RECEIPT: '申请材料接收凭证',
    CORRECTION_NOTICE: '一次性补正告知书',
    ACCEPTANCE_NOTICE: '受理通知书',
    NON_ACCEPTANCE_NOTICE: '不予受理通知书',
    RETURN_SLIP: '退件单',
    SPECIAL_PROCEDURE_NOTICE: '特别程序告知书',
    EXTENSION_NOTICE: '延长审批期限告知书',
    DECISION: '决定书',
    CERTIFICATE: '制证记录',
    DELIVERY_RECEIPT: '送达回证',
    WITHDRAWAL_RECORD: '撤回申请记录',
    TERMINATION_NOTICE: '终止办理告知书',
  }),
});

registerEnumType(AcceptanceMode, {
  name: 'AcceptanceMode',
  description: 'How an application came to be accepted (受理方式)',
  valuesMap: terms({ EXPRESS: 'By a notice (作出受理)', DEEMED: 'By silence: five working days lapsed (视为受理)' }),
});

registerEnumType(DeliveryMethod, {
  name: 'DeliveryMethod',
  description: 'How result and notices reach the applicant (送达方式)',
  valuesMap: terms({ ELECTRONIC: '电子送达', POST: '邮寄', WINDOW: '窗口领取' }),
});

registerEnumType(LimitKind, {
  name: 'LimitKind',
  description: 'A clock of an application (时限)',
  valuesMap: terms({
    ACCEPTANCE: 'To accept, request corrections or refuse: five working days (受理期限)',
    STATUTORY: 'What the law allows until the decision (法定办结时限)',
    COMMITTED: 'What the authority promises until the decision (承诺办结时限)',
    DELIVERY: 'To deliver the decision: ten working days (送达期限)',
  }),
});

registerEnumType(LimitState, {
  name: 'LimitState',
  description: 'Whether a limit counts',
  valuesMap: terms({ RUNNING: '计时中', PAUSED: 'Stands still for a special procedure (暂停)', ENDED: '已结束' }),
});

registerEnumType(MaterialForm, {
  name: 'MaterialForm',
  description: 'In which form a material is handed in (材料形式)',
  valuesMap: terms({
    CERTIFICATE: 'An e-certificate (电子证照)',
    DOCUMENT: 'A file (电子文件)',
    PAPER: 'On paper at a window (纸质)',
    DECLARATION: 'A declaration (声明)',
    COMMITMENT: 'A commitment in its place (告知承诺)',
    DEFERRAL: 'To be handed in later (容缺)',
  }),
});

registerEnumType(MaterialStatus, {
  name: 'MaterialStatus',
  description: 'How far a material has got (材料状态)',
  valuesMap: terms({
    UNVERIFIED: 'A certificate that has yet to be asked for (待核验)',
    VERIFIED: 'A certificate presented and verified (已核验)',
    FAILED: 'A certificate that failed its check (核验未通过)',
    RECEIVED: 'Handed in (已收取)',
    COMMITTED: 'Replaced by a commitment (已承诺)',
    DEFERRED: 'To be handed in later (容缺待补)',
  }),
});
