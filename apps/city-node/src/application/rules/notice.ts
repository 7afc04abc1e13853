import type { LocalDate } from '#libs/kernel';
import type { TextInLanguages } from '#libs/platform';
import { DocumentKind } from './vocabulary.js';

/** One thing to put right before an application can be accepted. */
export interface CorrectionItem {
  /** The material it is about; absent: the application itself. */
  readonly requirement?: string;
  readonly problem: string;
}

/** What the document of an event says beyond its title. */
export interface NoticeContent {
  readonly reasons?: readonly string[];
  readonly corrections?: readonly CorrectionItem[];
  /** Working days: the expected length of a special procedure, or what an extension adds. */
  readonly workingDays?: number;
  /** ID of the certificate. */
  readonly certificate?: string;
  /** Who signed for a delivery, and the parcel's number. */
  readonly recipient?: string;
  readonly waybill?: string;
  /** Whether the decision grants (true) or refuses (false). */
  readonly granted?: boolean;
}

/** A document of the case (文书), a structured record: no page is drawn and no seal is pictured. */
export interface Notice extends NoticeContent {
  readonly kind: DocumentKind;
  /** Number of the application and of the step: `4302002026112300000012-03`. */
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** Whether the remedy of the law is told. */
  readonly remedy: boolean;
  /** Made in a sandbox: 模拟数据. */
  readonly simulated: boolean;
}

/** Where a notice is drawn up. */
export interface NoticeFrame {
  readonly applicationNo: string;
  readonly ordinal: number;
  readonly issuedOn: LocalDate;
  readonly simulated: boolean;
}

/** Draws up the document of an event. */
export function drawUp(kind: DocumentKind, content: NoticeContent, frame: NoticeFrame): Notice {
  const number = `${frame.applicationNo}-${String(frame.ordinal).padStart(2, '0')}`;
  const remedy = kind === DocumentKind.NON_ACCEPTANCE_NOTICE || content.granted === false;
  return { ...content, kind, number, issuedOn: frame.issuedOn, remedy, simulated: frame.simulated };
}

/** The mark on everything made in a sandbox. */
export const simulationMark = '模拟数据';

/** Whoever is refused is told what can be done about it (permit law art. 38; 行政复议法 art. 20, 行政诉讼法 art. 46). */
export const remedyText: TextInLanguages = {
  zhHans: '如不服本决定,可自收到之日起六十日内依法申请行政复议,或者六个月内依法向人民法院提起行政诉讼。',
  zhHant: '如不服本決定,可自收到之日起六十日內依法申請行政複議,或者六個月內依法向人民法院提起行政訴訟。',
  en: 'You may apply for administrative reconsideration within sixty days of receipt, or bring an action before the people’s court within six months.',
};

const title = (zhHans: string, zhHant: string, en: string): TextInLanguages => ({ zhHans, zhHant, en });

/** The titles of the documents. */
export const documentTitles: Record<DocumentKind, TextInLanguages> = {
  RECEIPT: title('申请材料接收凭证', '申請材料接收憑證', 'Receipt of application materials'),
  CORRECTION_NOTICE: title('一次性补正告知书', '一次性補正告知書', 'Notice of all corrections needed'),
  ACCEPTANCE_NOTICE: title('受理通知书', '受理通知書', 'Notice of acceptance'),
  NON_ACCEPTANCE_NOTICE: title('不予受理通知书', '不予受理通知書', 'Notice of non-acceptance'),
  RETURN_SLIP: title('退件单', '退件單', 'Return slip'),
  SPECIAL_PROCEDURE_NOTICE: title('特别程序告知书', '特別程序告知書', 'Notice of a special procedure'),
  EXTENSION_NOTICE: title('延长审批期限告知书', '延長審批期限告知書', 'Notice of extension'),
  DECISION: title('决定书', '決定書', 'Decision'),
  CERTIFICATE: title('制证记录', '製證記錄', 'Record of certification'),
  DELIVERY_RECEIPT: title('送达回证', '送達回證', 'Receipt of delivery'),
  WITHDRAWAL_RECORD: title('撤回申请记录', '撤回申請記錄', 'Record of withdrawal'),
  TERMINATION_NOTICE: title('终止办理告知书', '終止辦理告知書', 'Notice of termination'),
};
