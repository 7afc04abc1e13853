import type { InEveryLanguage } from '../language/language.js';

function term(zhHans: string, zhHant: string, en: string): InEveryLanguage {
  return { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
}

/** Parameters of errors that are said in the reader's language: names, reasons, states, events. Other values appear as they are. */
export const terms: ReadonlyMap<string, InEveryLanguage> = new Map([
  // The field and the parameters that an error does not name.
  ['#field', term('该项', '該項', 'this field')],
  ['#unnamed', term('（未注明）', '（未註明）', '(not stated)')],
  // Identifiers.
  ['division-code', term('行政区划代码', '行政區劃代碼', 'division code')],
  ['resident-id', term('公民身份号码', '公民身份號碼', 'resident identity number')],
  ['unified-credit-code', term('统一社会信用代码', '統一社會信用代碼', 'unified social credit code')],
  ['certificate-identifier', term('电子证照标识', '電子證照標識', 'e-certificate identifier')],
  ['basic-code', term('事项基本编码', '事項基本編碼', 'basic item code')],
  ['implementation-code', term('事项实施编码', '事項實施編碼', 'implementation code')],
  ['handling-item-code', term('业务办理项编码', '業務辦理項編碼', 'handling-item code')],
  ['application-no', term('办件编号', '辦件編號', 'application number')],
  ['real-estate-unit', term('不动产单元代码', '不動產單元代碼', 'real-estate unit code')],
  ['food-licence-no', term('食品经营许可证编号', '食品經營許可證編號', 'food-trade licence number')],
  ['ems-waybill', term('邮件号码（S10）', '郵件號碼（S10）', 'S10 waybill number')],
  ['local-date', term('日期', '日期', 'date')],
  // Reasons why an identifier is malformed.
  ['wrong-length', term('长度不对', '長度不對', 'it has the wrong length')],
  ['wrong-characters', term('含有不允许的字符', '含有不允許的字符', 'it contains characters that are not allowed')],
  ['lower-case', term('字母须为大写', '字母須為大寫', 'its letters must be upper case')],
  ['wrong-structure', term('结构不符合标准', '結構不符合標準', 'its structure does not follow the standard')],
  ['wrong-date', term('其中的日期不存在', '其中的日期不存在', 'the date in it does not exist')],
  ['future-date', term('其中的日期尚未到来', '其中的日期尚未到來', 'the date in it lies in the future')],
  ['unknown-region', term('其中的地区代码不存在', '其中的地區代碼不存在', 'the region code in it does not exist')],
  [
    'unknown-segment',
    term('其中一段的取值不存在', '其中一段的取值不存在', 'one of its segments has a value that does not exist'),
  ],
  [
    'inner-check-wrong',
    term(
      '其中的组织机构代码校验码不正确',
      '其中的組織機構代碼校驗碼不正確',
      'the check character of the organisation code in it is wrong',
    ),
  ],
  // Reasons of other errors.
  ['not-verified', term('尚未核验', '尚未核驗', 'not verified yet')],
  ['unknown-question', term('不认识这类查询', '不認識這類查詢', 'this kind of question is unknown')],
  // Reasons why a material is not accepted.
  ['given-twice', term('重复提交', '重複提交', 'it is given twice')],
  [
    'not-one-form',
    term('须以且仅以一种形式提交', '須以且僅以一種形式提交', 'it must be handed in in exactly one form'),
  ],
  ['form-not-accepted', term('不接受这种提交形式', '不接受這種提交形式', 'it cannot be handed in in this form')],
  [
    'paper-at-window-only',
    term('纸质材料只能在窗口提交', '紙質材料只能在窗口提交', 'paper can be shown at a window only'),
  ],
  ['not-verified', term('电子证照尚未通过核验', '電子證照尚未通過核驗', 'its certificate has not been verified')],
  // States of applications and intakes.
  ['DRAFT', term('草稿', '草稿', 'draft')],
  ['SUBMITTED', term('已提交', '已提交', 'submitted')],
  ['CORRECTION_REQUESTED', term('待补正', '待補正', 'correction requested')],
  ['ACCEPTED', term('已受理', '已受理', 'accepted')],
  ['NOT_ACCEPTED', term('不予受理', '不予受理', 'not accepted')],
  ['RETURNED', term('已退回', '已退回', 'returned')],
  ['UNDER_REVIEW', term('审查中', '審查中', 'under review')],
  ['SPECIAL_PROCEDURE', term('特别程序中', '特別程序中', 'in a special procedure')],
  ['GRANTED', term('准予', '准予', 'granted')],
  ['REFUSED', term('不予许可', '不予許可', 'refused')],
  ['CERTIFIED', term('已制证', '已製證', 'certified')],
  ['DELIVERED', term('已送达', '已送達', 'delivered')],
  ['COMPLETED', term('已办结', '已辦結', 'completed')],
  ['WITHDRAWN', term('已撤回', '已撤回', 'withdrawn')],
  ['TERMINATED', term('已终止', '已終止', 'terminated')],
  ['RECEIVED', term('已收件', '已收件', 'received')],
  ['HANDED_OVER', term('已转件', '已轉件', 'handed over')],
  ['CONFIRMED', term('已确认收件', '已確認收件', 'confirmed')],
  // Events.
  ['SUBMIT', term('提交', '提交', 'submit')],
  ['REQUEST_CORRECTION', term('通知补正', '通知補正', 'request a correction')],
  ['CORRECT', term('补正', '補正', 'correct')],
  ['ACCEPT', term('受理', '受理', 'accept')],
  ['ACCEPT_BY_LAPSE', term('逾期视为受理', '逾期視為受理', 'accept by lapse of time')],
  ['REFUSE_ACCEPTANCE', term('不予受理', '不予受理', 'refuse acceptance')],
  ['RETURN', term('退回', '退回', 'return')],
  ['START_REVIEW', term('开始审查', '開始審查', 'start the review')],
  ['START_SPECIAL_PROCEDURE', term('启动特别程序', '啓動特別程序', 'start a special procedure')],
  ['END_SPECIAL_PROCEDURE', term('结束特别程序', '結束特別程序', 'end the special procedure')],
  ['EXTEND', term('延长审批', '延長審批', 'extend the time limit')],
  ['GRANT', term('准予', '准予', 'grant')],
  ['REFUSE', term('不予许可', '不予許可', 'refuse')],
  ['CERTIFY', term('制证', '製證', 'certify')],
  ['DELIVER', term('送达', '送達', 'deliver')],
  ['COMPLETE', term('办结', '辦結', 'complete')],
  ['WITHDRAW', term('撤回', '撤回', 'withdraw')],
  ['TERMINATE', term('终止', '終止', 'terminate')],
  ['HAND_OVER', term('转件', '轉件', 'hand over')],
  ['CONFIRM', term('确认收件', '確認收件', 'confirm')],
  // Ways of handling and kinds of applicants.
  ['FULLY_ONLINE', term('全程网办', '全程網辦', 'fully online')],
  ['REMOTE_INTAKE', term('异地代收代办', '異地代收代辦', 'remote intake')],
  ['MULTI_CITY_JOINT', term('多地联办', '多地聯辦', 'joint handling by several cities')],
  ['ANY_OFFICE', term('全国通办', '全國通辦', 'any office')],
  ['NATURAL_PERSON', term('个人', '個人', 'a person')],
  ['LEGAL_PERSON', term('单位', '單位', 'an organisation')],
  ['natural-person', term('个人', '個人', 'a person')],
  ['legal-person', term('单位', '單位', 'an organisation')],
]);
