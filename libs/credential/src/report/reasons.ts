/**
 * The closed set of reasons a check can give, each in simplified Chinese, traditional Chinese and English.
 * The reason tells what was found; who issued or showed it is never blamed in the text.
 */
export const reasons = {
  OK: ['通过', '通過', 'Passed'],
  NOT_REACHED: [
    '前项检查未通过，未继续检查',
    '前項檢查未通過，未繼續檢查',
    'Not checked because an earlier check failed',
  ],
  TOKEN_TOO_LARGE: ['凭证过大', '憑證過大', 'The credential is too large'],
  TOKEN_MALFORMED: ['凭证结构不正确', '憑證結構不正確', 'The credential is not well formed'],
  BASE64URL_MALFORMED: ['编码不规范', '編碼不規範', 'A part is not canonical base64url'],
  JSON_MALFORMED: ['内容不是规范的 JSON', '內容不是規範的 JSON', 'A part is not proper JSON'],
  JSON_NAME_REPEATED: ['内容含重复名称', '內容含重複名稱', 'A JSON object repeats a name'],
  JSON_NAME_REFUSED: ['内容含不允许的名称', '內容含不允許的名稱', 'A JSON object uses a name that is not allowed'],
  JSON_TOO_DEEP: ['内容嵌套过深', '內容嵌套過深', 'JSON is nested too deeply'],
  DISCLOSURE_MALFORMED: ['披露项格式不正确', '披露項格式不正確', 'A disclosure is not well formed'],
  HEADER_PARAMETER_REFUSED: [
    '头部含不允许的参数',
    '頭部含不允許的參數',
    'The header carries a parameter that is not allowed',
  ],
  ALGORITHM_NOT_ALLOWED: ['签名算法不被允许', '簽名演算法不被允許', 'The signature algorithm is not allowed'],
  TOKEN_TYPE_WRONG: ['凭证类别（typ）不符', '憑證類別（typ）不符', 'The token is of another type (typ)'],
  KEY_UNKNOWN: ['签名密钥不在信任列表中', '簽名密鑰不在信任列表中', 'The signing key is not in the trust list'],
  KEY_PURPOSE_WRONG: ['该密钥不得用于此用途', '該密鑰不得用於此用途', 'The key may not be used for this purpose'],
  KEY_OUT_OF_PERIOD: ['签发时间不在密钥有效期内', '簽發時間不在密鑰有效期內', 'Issued outside the period of the key'],
  ISSUER_MISMATCH: ['颁发机构与密钥不符', '頒發機構與密鑰不符', 'The issuer is not the owner of the key'],
  SIGNATURE_WRONG: ['签名不正确', '簽名不正確', 'The signature is wrong'],
  HASH_NOT_ALLOWED: ['摘要算法不被允许', '摘要演算法不被允許', 'The digest algorithm is not allowed'],
  DIGEST_MALFORMED: ['摘要结构不正确', '摘要結構不正確', 'A digest is not well formed'],
  DIGEST_REPEATED: ['摘要重复', '摘要重複', 'A digest occurs more than once'],
  DISCLOSURE_REPEATED: ['披露项重复', '披露項重複', 'A disclosure occurs more than once'],
  DISCLOSURE_UNREFERENCED: [
    '披露项不属于此凭证',
    '披露項不屬於此憑證',
    'A disclosure does not belong to the credential',
  ],
  CLAIM_REPEATED: ['同名字段重复', '同名欄位重複', 'A claim is given twice'],
  CLAIM_NAME_RESERVED: ['字段名称为保留名称', '欄位名稱為保留名稱', 'A claim uses a reserved name'],
  CLAIM_NOT_HIDEABLE: ['该字段不得选择性披露', '該欄位不得選擇性披露', 'A claim may not be selectively disclosed'],
  CLAIM_MISSING: ['缺少必要字段', '缺少必要欄位', 'A required claim is missing or malformed'],
  CLAIM_UNKNOWN: ['凭证不含该字段', '憑證不含該欄位', 'The credential has no such claim'],
  TYPE_UNKNOWN: ['证照类型未知', '證照類型未知', 'The certificate type is unknown'],
  ISSUER_NOT_ENTITLED: ['颁发机构无权颁发该类证照', '頒發機構無權頒發該類證照', 'The issuer may not issue this type'],
  IDENTIFIER_MALFORMED: ['电子证照标识不正确', '電子證照標識不正確', 'The certificate identifier is not well formed'],
  IDENTIFIER_MISMATCH: [
    '电子证照标识与颁发机构或类型不符',
    '電子證照標識與頒發機構或類型不符',
    'The identifier is of another issuer or type',
  ],
  NOT_YET_VALID: ['尚未生效', '尚未生效', 'Not yet valid'],
  EXPIRED: ['已过有效期', '已過有效期', 'Expired'],
  AUDIENCE_WRONG: ['凭证不是给此用证方的', '憑證不是給此用證方的', 'The credential is meant for another audience'],
  STATUS_MISSING: ['未载明状态来源', '未載明狀態來源', 'No status source is named'],
  STATUS_LIST_NOT_OWNED: [
    '状态列表不属于该颁发机构',
    '狀態列表不屬於該頒發機構',
    'The status list is not the issuer’s',
  ],
  REVOKED: ['已撤销、注销或被取代', '已撤銷、註銷或被取代', 'Revoked, cancelled or superseded'],
  SUSPENDED: ['已暂扣或挂失', '已暫扣或掛失', 'Suspended or reported lost'],
  STATUS_SOURCE_UNREACHABLE: ['状态来源无法访问', '狀態來源無法訪問', 'The status source cannot be reached'],
  STATUS_SOURCE_TIMEOUT: ['状态来源未及时答复', '狀態來源未及時答覆', 'The status source did not answer in time'],
  STATUS_LIST_MALFORMED: ['状态列表结构不正确', '狀態列表結構不正確', 'The status list is not well formed'],
  STATUS_LIST_TOO_LARGE: ['状态列表过大', '狀態列表過大', 'The status list is too large'],
  STATUS_LIST_SIGNATURE_WRONG: [
    '状态列表签名不正确',
    '狀態列表簽名不正確',
    'The signature of the status list is wrong',
  ],
  STATUS_LIST_EXPIRED: ['状态列表已过期', '狀態列表已過期', 'The status list has expired'],
  STATUS_LIST_OLDER: ['状态列表早于已知版本', '狀態列表早於已知版本', 'The status list is older than one seen before'],
  STATUS_INDEX_OUT_OF_RANGE: ['状态索引超出列表', '狀態索引超出列表', 'The index lies outside the status list'],
  STATUS_VALUE_UNKNOWN: ['状态值未定义', '狀態值未定義', 'The status value has no meaning here'],
  KEY_BINDING_MISSING: ['缺少持有人密钥证明', '缺少持有人密鑰證明', 'No proof of the holder’s key was given'],
  KEY_BINDING_UNEXPECTED: [
    '该出示是给其他用证方的',
    '該出示是給其他用證方的',
    'The presentation was made for another verifier',
  ],
  KEY_BINDING_AUDIENCE_WRONG: ['出示对象不符', '出示對象不符', 'The presentation names another audience'],
  KEY_BINDING_NONCE_WRONG: ['随机数不符', '隨機數不符', 'The presentation answers another request'],
  KEY_BINDING_NOT_FRESH: ['出示时间不在允许范围内', '出示時間不在允許範圍內', 'The presentation is not fresh'],
  KEY_BINDING_HASH_WRONG: ['出示内容与证明不符', '出示內容與證明不符', 'The proof covers another presentation'],
  HOLDER_KEY_MISSING: [
    '凭证未绑定持有人密钥',
    '憑證未綁定持有人密鑰',
    'The credential is not bound to a usable holder key',
  ],
  TYPE_NOT_REQUESTED: ['出示的不是所请求的证照类型', '出示的不是所請求的證照類型', 'Not a type that was asked for'],
  HOLDER_MISMATCH: ['证照不属于申请人', '證照不屬於申請人', 'The certificate is not the applicant’s'],
  REGISTER_REFUSED: [
    '颁发地证照库不认可此次使用',
    '頒發地證照庫不認可此次使用',
    'The issuing register does not allow this use',
  ],
  REGISTER_UNREACHABLE: ['无法询问颁发地证照库', '無法詢問頒發地證照庫', 'The issuing register cannot be asked'],
  NOT_RECOGNISED: ['未列入互认', '未列入互認', 'Not recognised for this use'],
  RECOGNITION_TOO_LOW: ['互认等级不足', '互認等級不足', 'Recognised at too low a level for this use'],
  TRUST_LIST_MALFORMED: ['信任列表结构不正确', '信任列表結構不正確', 'The trust list is not well formed'],
  TRUST_LIST_SIGNATURE_WRONG: ['信任列表签名不正确', '信任列表簽名不正確', 'The signature of the trust list is wrong'],
  TRUST_LIST_OLDER: ['信任列表早于已知版本', '信任列表早於已知版本', 'The trust list is older than one seen before'],
  TRUST_LIST_EXPIRED: ['信任列表已过期', '信任列表已過期', 'The trust list has expired'],
  X509_CHAIN_MALFORMED: ['证书链结构不正确', '證書鏈結構不正確', 'The X.509 chain is not well formed'],
  X509_CHAIN_UNTRUSTED: [
    '证书链不通向信任根',
    '證書鏈不通向信任根',
    'The X.509 chain does not lead to the trusted root',
  ],
} as const satisfies Record<string, readonly [zhHans: string, zhHant: string, en: string]>;

/** A reason's code, as it stands in reports. */
export type Reason = keyof typeof reasons;

const column = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 } as const;

/** The reason in words. */
export function describeReason(reason: Reason, language: keyof typeof column): string {
  return reasons[reason][column[language]];
}
