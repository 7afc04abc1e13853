import type { Brand } from '../brand.js';
import { checkMod11_10 } from '../checks/iso7064-mod11-10.js';
import { isLocalDate, parseLocalDate, type LocalDate } from '../time/local-date.js';
import { parseDivisionCode, type DivisionCode } from './division-code.js';
import { accepts, expectLength, malformed, wrongCheck } from './fault.js';

/** 办件编号 in this project's own format (GB/T 39046-2020 fixes none): 22 digits, printed and read out, so nothing personal. */
export type ApplicationNo = Brand<string, 'ApplicationNo'>;

/** 办理模式 digit: 0 全程网办, 1 代收代办, 2 多地联办, 3 全国通办. */
export type ApplicationMode = 0 | 1 | 2 | 3;

/** What an application number says. */
export interface ApplicationNoParts {
  /** Division of the node that owns the case: the competent city. */
  readonly division: DivisionCode;
  /** Legal day of filing. */
  readonly date: LocalDate;
  readonly mode: ApplicationMode;
  /** 0 to 999999, counted per node and day. */
  readonly sequence: number;
}

/**
 * Parses an application number: 6 division, 8 date, 1 mode, 6 sequence, 1 check digit (ISO 7064 MOD 11,10).
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG, DIVISION_UNKNOWN.
 */
export function parseApplicationNo(text: string, field?: string): ApplicationNo {
  expectLength('application-no', text, 22, field);
  if (!/^\d{22}$/.test(text)) throw malformed('application-no', 'wrong-characters', field);
  if (checkMod11_10(text.slice(0, 21)) !== text.charAt(21)) throw wrongCheck('application-no', field);
  parseDivisionCode(text.slice(0, 6), field);
  if (!isLocalDate(dateIn(text))) throw malformed('application-no', 'wrong-date', field);
  if (!/^[0-3]$/.test(text.charAt(14))) throw malformed('application-no', 'unknown-segment', field);
  return text as ApplicationNo;
}

/** Whether a text is an application number. */
export function isApplicationNo(text: string): text is ApplicationNo {
  return accepts(() => parseApplicationNo(text));
}

/**
 * Makes an application number.
 * @throws IDENTIFIER_MALFORMED if the sequence is no integer of 0 to 999999 or the date is none.
 */
export function createApplicationNo({ division, date, mode, sequence }: ApplicationNoParts): ApplicationNo {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999_999) {
    throw malformed('application-no', 'unknown-segment', 'sequence');
  }
  const day = parseLocalDate(date, 'date').replaceAll('-', '');
  const body = `${division}${day}${mode}${String(sequence).padStart(6, '0')}`;
  return parseApplicationNo(body + checkMod11_10(body));
}

/** What an application number says. */
export function applicationNoParts(no: ApplicationNo): ApplicationNoParts {
  return {
    division: no.slice(0, 6) as DivisionCode,
    date: dateIn(no) as LocalDate,
    mode: Number(no.charAt(14)) as ApplicationMode,
    sequence: Number(no.slice(15, 21)),
  };
}

function dateIn(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}
