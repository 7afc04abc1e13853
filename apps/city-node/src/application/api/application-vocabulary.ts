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
  valuesMap: terms({ NATURAL_PERSON: 'A natural person (自然人)', LEGAL_PERSON: 'A legal person (法人)' }),
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
    SUBMIT: 'It is filed (提交申请)',
    REQUEST_CORRECTION: 'Corrections are requested, once, everything at once (一次性告知补正)',
    CORRECT: 'What was asked for is handed in (补正)',
    ACCEPT: 'It is accepted: the limits start (受理)',
    ACCEPT_BY_LAPSE: 'Five working days have passed in silence: it counts as accepted (逾期视为受理)',
    REFUSE_ACCEPTANCE: 'Acceptance is refused (不予受理)',
    RETURN: 'It is sent back (退件)',
    START_REVIEW: 'The review starts (开始审查)',
    START_SPECIAL_PROCEDURE: 'A special procedure starts (启动特别程序)',
    END_SPECIAL_PROCEDURE: 'The special procedure ends (结束特别程序)',
    EXTEND: 'The limits are extended, once (延长审批)',
    GRANT: 'It is granted (准予)',
    REFUSE: 'It is refused (不予许可)',
    CERTIFY: 'The certificate is issued (制证)',
    DELIVER: 'Result and notices reach the applicant (送达)',
    COMPLETE: 'It is closed (办结)',
    WITHDRAW: 'The applicant withdraws it (撤回)',
    TERMINATE: 'It is terminated before the decision (终止)',
  }),
});

registerEnumType(Actor, {
  name: 'ApplicationActor',
  description: 'In which capacity somebody acts on an application (办理角色)',
  valuesMap: terms({
    APPLICANT: 'The applicant (申请人)',
    AGENT: 'The applicant’s agent (代理人)',
    INTAKE_WINDOW: 'The window that took the papers (收件窗口)',
    ACCEPTANCE_CLERK: 'Who accepts for the competent city (受理人员)',
    REVIEWER: 'Who reviews (审查人员)',
    DECIDER: 'Who decides (决定人)',
    ISSUING_OFFICER: 'An officer of the issuing authority (制证人员)',
    SUPERVISOR: 'Who watches over the limits (督办人员)',
    DELIVERY_CLERK: 'Who delivers (送达人员)',
    HANDOVER: 'A handover that the competent city confirmed (转件)',
    SYSTEM: 'The node itself (系统)',
  }),
});

registerEnumType(DocumentKind, {
  name: 'ApplicationDocumentKind',
  description: 'Kind of document (文书种类)',
  valuesMap: terms({
    RECEIPT: 'Receipt for the materials (申请材料接收凭证)',
    CORRECTION_NOTICE: 'Notice of everything that has to be put right (一次性补正告知书)',
    ACCEPTANCE_NOTICE: 'Notice of acceptance (受理通知书)',
    NON_ACCEPTANCE_NOTICE: 'Notice of non-acceptance, with reasons and remedy (不予受理通知书)',
    RETURN_SLIP: 'Return slip (退件单)',
    SPECIAL_PROCEDURE_NOTICE: 'Notice of a special procedure (特别程序告知书)',
    EXTENSION_NOTICE: 'Notice of an extension (延长审批期限告知书)',
    DECISION: 'The decision (决定书)',
    CERTIFICATE: 'Record of the certificate’s issue (制证记录)',
    DELIVERY_RECEIPT: 'Proof of delivery (送达回证)',
    WITHDRAWAL_RECORD: 'Record of a withdrawal (撤回申请记录)',
    TERMINATION_NOTICE: 'Notice of a termination (终止办理告知书)',
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
  valuesMap: terms({
    ELECTRONIC: 'Electronically (电子送达)',
    POST: 'By post (邮寄)',
    WINDOW: 'At a window (窗口领取)',
  }),
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
  description: 'Whether a limit counts (计时状态)',
  valuesMap: terms({
    RUNNING: 'It counts (计时中)',
    PAUSED: 'Stands still for a special procedure (暂停)',
    ENDED: 'It has ended (已结束)',
  }),
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
