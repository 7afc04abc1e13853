import type { Brand } from '../brand.js';
import { isProvincePart } from './division-code.js';
import { accepts, expectLength, malformed } from './fault.js';
import { parseUnifiedCreditCode, type UnifiedCreditCode } from './unified-credit-code.js';

/** 基本编码 (GB/T 39554.1-2020): 12 digits; the same in every city that offers the item. */
export type BasicCode = Brand<string, 'BasicCode'>;
/** 实施编码 (GB/T 39554.1-2020): 31 characters; one authority's offer of an item. */
export type ImplementationCode = Brand<string, 'ImplementationCode'>;
/** 业务办理项编码 (GB/T 39554.1-2020): 33 characters; one case of an offer. */
export type HandlingItemCode = Brand<string, 'HandlingItemCode'>;

/** The segments of a basic code. */
export interface BasicCodeParts {
  /** `00` national, otherwise the province part of GB/T 2260. */
  readonly region: string;
  /** 事项类型 (GB/T 39046-2020 A.1): 01 licence, 05 payment, 07 confirmation, 10 other power, 20 public service… */
  readonly itemType: string;
  readonly department: string;
  readonly main: string;
  readonly sub: string;
}

/** The segments of an implementation code. */
export interface ImplementationCodeParts extends BasicCodeParts {
  /** Credit code of the implementing authority. */
  readonly authority: UnifiedCreditCode;
  /** 行使层级 (GB/T 39046-2020 A.2): 1 national, 2 provincial, 3 municipal, 4 county, 5 township, 6 village, 7 graded. */
  readonly level: string;
  readonly basicCode: BasicCode;
}

const itemTypes = new Set(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']);

/**
 * Parses a 基本编码: 2 region, 2 item type, 2 department, 3 main item, 3 sub-item. It has no check character.
 * @throws IDENTIFIER_MALFORMED.
 */
export function parseBasicCode(text: string, field?: string): BasicCode {
  expectLength('basic-code', text, 12, field);
  if (!/^\d{12}$/.test(text)) throw malformed('basic-code', 'wrong-characters', field);
  const region = text.slice(0, 2);
  if (region !== '00' && !isProvincePart(region)) throw malformed('basic-code', 'unknown-region', field);
  if (!itemTypes.has(text.slice(2, 4))) throw malformed('basic-code', 'unknown-segment', field);
  return text as BasicCode;
}

/**
 * Parses an 实施编码: 18 authority, 1 level, 12 basic code. The only check characters are the authority's.
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG.
 */
export function parseImplementationCode(text: string, field?: string): ImplementationCode {
  expectLength('implementation-code', text, 31, field);
  parseUnifiedCreditCode(text.slice(0, 18), field);
  if (!/^[1-7]$/.test(text.charAt(18))) throw malformed('implementation-code', 'unknown-segment', field);
  parseBasicCode(text.slice(19), field);
  return text as ImplementationCode;
}

/**
 * Parses a 业务办理项编码: an implementation code and two digits.
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG.
 */
export function parseHandlingItemCode(text: string, field?: string): HandlingItemCode {
  expectLength('handling-item-code', text, 33, field);
  parseImplementationCode(text.slice(0, 31), field);
  if (!/\d\d$/.test(text)) throw malformed('handling-item-code', 'wrong-characters', field);
  return text as HandlingItemCode;
}

/** Whether a text is a basic code. */
export function isBasicCode(text: string): text is BasicCode {
  return accepts(() => parseBasicCode(text));
}

/** Whether a text is an implementation code. */
export function isImplementationCode(text: string): text is ImplementationCode {
  return accepts(() => parseImplementationCode(text));
}

/** Whether a text is a handling-item code. */
export function isHandlingItemCode(text: string): text is HandlingItemCode {
  return accepts(() => parseHandlingItemCode(text));
}

/** The segments of a basic code. */
export function basicCodeParts(code: BasicCode): BasicCodeParts {
  return {
    region: code.slice(0, 2),
    itemType: code.slice(2, 4),
    department: code.slice(4, 6),
    main: code.slice(6, 9),
    sub: code.slice(9, 12),
  };
}

/** The segments of an implementation code. */
export function implementationCodeParts(code: ImplementationCode): ImplementationCodeParts {
  const basicCode = code.slice(19, 31) as BasicCode;
  const authority = code.slice(0, 18) as UnifiedCreditCode;
  return { ...basicCodeParts(basicCode), basicCode, authority, level: code.charAt(18) };
}

/** The implementation code within a handling-item code, and the two digits behind it. */
export function handlingItemCodeParts(code: HandlingItemCode): { implementation: ImplementationCode; item: string } {
  return { implementation: code.slice(0, 31) as ImplementationCode, item: code.slice(31) };
}

/** The implementation code of an authority's offer. */
export function createImplementationCode(
  authority: UnifiedCreditCode,
  level: string,
  basicCode: BasicCode,
): ImplementationCode {
  return parseImplementationCode(`${authority}${level}${basicCode}`);
}
