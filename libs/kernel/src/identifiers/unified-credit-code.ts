import type { Brand } from '../brand.js';
import { creditCodeCheck, organisationCodeCheck } from '../checks/gb32100.js';
import { accepts, malformed, wrongCheck } from './fault.js';

/** 统一社会信用代码 (GB 32100-2015): 18 characters, both check characters right. Public, hence never masked. */
export type UnifiedCreditCode = Brand<string, 'UnifiedCreditCode'>;

/** The segments of a credit code. */
export interface UnifiedCreditCodeParts {
  /** 登记管理部门: 1 organs and institutions, 3 justice, 5 civil affairs, 9 market regulation, N rural, Y other. */
  readonly registrar: string;
  /** 机构类别 within the registrar; `11` is an organ, `91` an enterprise, `92` an individual business. */
  readonly category: string;
  /** 登记管理机关行政区划码: where the registrar sits, not where the body is. Not a routing key. */
  readonly registrarDivision: string;
  /** 主体标识码: the nine characters of GB 11714, check included. */
  readonly organisationCode: string;
}

/**
 * Parses a credit code.
 * @throws IDENTIFIER_MALFORMED for length, a character outside the alphabet of 31, or an organisation code (GB 11714)
 * whose own check character is wrong; CHECK_CHARACTER_WRONG if the last character is. Numbers in old records can fail:
 * ask with `isUnifiedCreditCode` and keep a flag where they must be kept.
 */
export function parseUnifiedCreditCode(text: string, field?: string): UnifiedCreditCode {
  if (typeof text !== 'string' || text.length !== 18) throw malformed('unified-credit-code', 'wrong-length', field);
  if (/^[0-9A-Za-z]*[a-z]/.test(text)) throw malformed('unified-credit-code', 'lower-case', field);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) {
    throw malformed('unified-credit-code', 'wrong-characters', field);
  }
  if (creditCodeCheck(text.slice(0, 17)) !== text.charAt(17)) throw wrongCheck('unified-credit-code', field);
  if (organisationCodeCheck(text.slice(8, 16)) !== text.charAt(16)) {
    throw malformed('unified-credit-code', 'inner-check-wrong', field);
  }
  return text as UnifiedCreditCode;
}

/** Whether a text is a credit code with both check characters right. */
export function isUnifiedCreditCode(text: string): text is UnifiedCreditCode {
  return accepts(() => parseUnifiedCreditCode(text));
}

/** The segments of a credit code. */
export function unifiedCreditCodeParts(code: UnifiedCreditCode): UnifiedCreditCodeParts {
  return {
    registrar: code.charAt(0),
    category: code.slice(0, 2),
    registrarDivision: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  };
}
