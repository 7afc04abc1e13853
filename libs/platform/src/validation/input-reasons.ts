import type { ErrorParams, Language } from '#libs/kernel';

type Reason = Readonly<Record<Language, string>>;

const reason = (zhHans: string, zhHant: string, en: string): Reason => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });

/** What an input must be, by the constraint it failed: class-validator's names, and ours. `{limit}` is the constraint's bound. */
const reasons: Readonly<Record<string, Reason>> = {
  isDefined: reason('必须填写', '必須填寫', 'must be given'),
  isNotEmpty: reason('不能为空', '不能為空', 'must not be empty'),
  isString: reason('必须是文本', '必須是文字', 'must be text'),
  isInt: reason('必须是整数', '必須是整數', 'must be a whole number'),
  isNumber: reason('必须是数字', '必須是數字', 'must be a number'),
  isBoolean: reason('必须是 true 或 false', '必須是 true 或 false', 'must be true or false'),
  isArray: reason('必须是列表', '必須是列表', 'must be a list'),
  isObject: reason('必须是对象', '必須是物件', 'must be an object'),
  isEnum: reason('不是可选的值', '不是可選的值', 'is not one of the possible values'),
  isIn: reason('必须是以下之一：{limit}', '必須是以下之一：{limit}', 'must be one of: {limit}'),
  isDateString: reason(
    '必须是日期，例如 2026-01-31',
    '必須是日期，例如 2026-01-31',
    'must be a date such as 2026-01-31',
  ),
  isUrl: reason('必须是网址', '必須是網址', 'must be a web address'),
  isUUID: reason('必须是 UUID', '必須是 UUID', 'must be a UUID'),
  isPositive: reason('必须大于零', '必須大於零', 'must be greater than zero'),
  min: reason('不能小于 {limit}', '不能小於 {limit}', 'must not be less than {limit}'),
  max: reason('不能大于 {limit}', '不能大於 {limit}', 'must not be greater than {limit}'),
  minLength: reason('至少 {limit} 个字符', '至少 {limit} 個字元', 'must have at least {limit} characters'),
  maxLength: reason('最多 {limit} 个字符', '最多 {limit} 個字元', 'must have at most {limit} characters'),
  isLength: reason('长度不符合要求', '長度不符合要求', 'has the wrong length'),
  matches: reason('格式不正确', '格式不正確', 'has the wrong form'),
  arrayMinSize: reason('至少 {limit} 项', '至少 {limit} 項', 'must have at least {limit} entries'),
  arrayMaxSize: reason('最多 {limit} 项', '最多 {limit} 項', 'must have at most {limit} entries'),
  arrayNotEmpty: reason('列表不能为空', '列表不能為空', 'must have at least one entry'),
  arrayUnique: reason('有重复的项', '有重複的項', 'has repeated entries'),
  whitelistValidation: reason('不是已知的字段', '不是已知的欄位', 'is not a known field'),
  unknownValue: reason('不是可接受的对象', '不是可接受的物件', 'is not an object that is accepted'),
  isDateTime: reason(
    '必须是时刻，例如 2026-01-31T08:00:00Z',
    '必須是時刻，例如 2026-01-31T08:00:00Z',
    'must be an instant such as 2026-01-31T08:00:00Z',
  ),
  isLocalDate: reason('必须是日期，例如 2026-01-31', '必須是日期，例如 2026-01-31', 'must be a day such as 2026-01-31'),
  isClaimOfType: reason('{limit} 没有这一项', '{limit} 沒有這一項', 'is no claim of {limit}'),
  isClaimValue: reason(
    '必须是文本、数字或 true、false',
    '必須是文字、數字或 true、false',
    'must be text, a number, true or false',
  ),
  hasClaims: reason('缺少 {limit}', '缺少 {limit}', 'lacks {limit}'),
  isRegistersWord: reason(
    '由证照库填写，不能另填',
    '由證照庫填寫，不能另填',
    'is written by the register and cannot differ',
  ),
  isNumberOfApplicant: reason('不是申请人的号码', '不是申請人的號碼', 'is not the number of the applicant'),
  isItemOfCase: reason('不是该办件的事项', '不是該辦件的事項', 'is not the item of the case'),
  isRedirect: reason(
    '必须是本机回环地址，或列入名单的 https 网址',
    '必須是本機回環地址，或列入名單的 https 網址',
    'must be a loopback address, or an https address of an origin on the list',
  ),
  isOfFlow: reason(
    '同设备出示（SAME_DEVICE）必须填写，跨设备出示不得填写',
    '同裝置出示（SAME_DEVICE）必須填寫，跨裝置出示不得填寫',
    'must be given for SAME_DEVICE and for no other flow',
  ),
  isShownByWallet: reason(
    '不是可由电子证照出示的材料',
    '不是可由電子證照出示的材料',
    'is no material that a certificate serves',
  ),
  isAnother: reason('不能是本人', '不能是本人', 'must be somebody else than oneself'),
  isNotBefore: reason('不能早于 {limit}', '不能早於 {limit}', 'must not be before {limit}'),
  isNotAfter: reason('不能晚于 {limit}', '不能晚於 {limit}', 'must not be after {limit}'),
  isCity: reason('不是互通的城市', '不是互通的城市', 'is none of the cities'),
  isCursor: reason('不是本列表的游标', '不是本列表的游標', 'is not a cursor of this list'),
};

/** The reason a constraint was not met, in the language; undefined for constraints nobody described. */
export function reasonInLanguage({ constraint, limit = '' }: ErrorParams, language: Language): string | undefined {
  if (typeof constraint !== 'string') return undefined;
  return reasons[constraint]?.[language].replace(
    '{limit}',
    typeof limit === 'object' ? limit[language] : String(limit),
  );
}
