import { cityOf, type DivisionCode } from '#libs/kernel';
import { recognitionLevels, type RecognitionLevel, type RecognitionRule, type SeedDate } from './types.js';

/** A certificate type from one city in one use in another. */
export interface RecognitionUse {
  readonly type: string;
  /** Division of the issuing authority; a county counts as its city. */
  readonly issuing: DivisionCode;
  /** Division that accepts; a county counts as its city. */
  readonly accepting: DivisionCode;
  readonly item: string;
  readonly purpose: string;
  readonly on: SeedDate;
}

/**
 * What the accepting city may do with the certificate (互认等级). The most specific rule in force decides: a named item
 * before a named issuer, that before a named acceptor, that before a named purpose; of equals the lowest level.
 * No rule: R0, and in the issuing city itself R5.
 */
export function recognitionLevel(
  rules: readonly RecognitionRule[],
  use: RecognitionUse,
): { level: RecognitionLevel; rule?: RecognitionRule } {
  const between = { ...use, issuing: cityOf(use.issuing), accepting: cityOf(use.accepting) };
  if (between.issuing === between.accepting) return { level: 'R5' };
  let best: RecognitionRule | undefined;
  for (const rule of rules) {
    if (applies(rule, between) && (!best || comesBefore(rule, best))) best = rule;
  }
  return best ? { level: best.level, rule: best } : { level: 'R0' };
}

function applies(rule: RecognitionRule, use: RecognitionUse): boolean {
  return (
    rule.type === use.type &&
    names(rule.issuing, use.issuing) &&
    names(rule.accepting, use.accepting) &&
    names(rule.item, use.item) &&
    names(rule.purpose, use.purpose) &&
    rule.validFrom <= use.on &&
    (rule.validUntil === undefined || use.on <= rule.validUntil)
  );
}

function names(named: string, value: string): boolean {
  return named === '*' || named === value;
}

function comesBefore(rule: RecognitionRule, best: RecognitionRule): boolean {
  const difference = specificity(rule) - specificity(best);
  return difference > 0 || (difference === 0 && rank(rule) < rank(best));
}

function specificity({ item, issuing, accepting, purpose }: RecognitionRule): number {
  return (
    Number(item !== '*') * 8 + Number(issuing !== '*') * 4 + Number(accepting !== '*') * 2 + Number(purpose !== '*')
  );
}

function rank({ level }: RecognitionRule): number {
  return recognitionLevels.indexOf(level);
}
