import { Injectable } from '@nestjs/common';
import { RecognitionLevel } from '#libs/contract';
import { cityOf, localDateOf } from '#libs/kernel';
import { recognitionLevel, type RecognitionRule as RuleRow, type RecognitionUse } from '#seeds';
import { FindServiceItems } from '../catalogue/index.js';
import { FindCertificateTypes } from '../certificate-type/index.js';
import { ReferenceData, RegistryContext } from '../reference/index.js';
import { type RecognitionInput, type RecognitionRule } from './recognition.model.js';
import type { RecognitionExplanation, RecognitionReason } from './recognition-explanation.model.js';

/** The level from which a city may take a certificate's data for an item; levels sort as text. */
const levelForData = 'R3';

/** Explains why a certificate of one city is or is not accepted in another, for one item and purpose. */
@Injectable()
export class ExplainRecognition {
  constructor(
    private readonly reference: ReferenceData,
    private readonly types: FindCertificateTypes,
    private readonly items: FindServiceItems,
    private readonly context: RegistryContext,
  ) {}

  /** @throws CERTIFICATE_TYPE_UNKNOWN, ITEM_UNKNOWN */
  execute(input: RecognitionInput): RecognitionExplanation {
    const type = this.types.byKey(input.type, 'input.type');
    const item = this.items.byKey(input.item, 'input.item');
    const use: RecognitionUse = {
      type: type.key,
      issuing: cityOf(input.issuing),
      accepting: cityOf(input.accepting),
      item: item.key,
      purpose: input.purpose ?? 'application',
      on: input.on ?? localDateOf(this.context.clock.now()),
    };
    const { recognitionRules: rules } = this.reference;
    const read = readAs(rules, use);
    const { level, rule } = recognitionLevel(rules, read);
    const reasons = reasonsOf(rules, read, rule);
    if (type.nationalSource) reasons.push({ code: 'NATIONAL_SOURCE' });
    return {
      ...use,
      typeKey: type.key,
      itemKey: item.key,
      level: RecognitionLevel[level],
      usableForItem: level >= levelForData,
      rule: rule && presentRule(rule),
      reasons,
    };
  }
}

/**
 * The use as the cities read the rules: a look at a certificate of which nothing is said is judged as its use in a case,
 * for what may be received may be looked at.
 */
function readAs(rules: readonly RuleRow[], use: RecognitionUse): RecognitionUse {
  const isLook = use.purpose === 'display' && !recognitionLevel(rules, use).rule;
  return isLook ? { ...use, purpose: 'application' } : use;
}

/** Every rule that fits the use, each with what became of it; the one that decides comes first. */
function reasonsOf(rules: readonly RuleRow[], use: RecognitionUse, deciding: RuleRow | undefined): RecognitionReason[] {
  if (use.issuing === use.accepting) return [{ code: 'OWN_CITY' }];
  const others = rules.filter((rule) => rule !== deciding && fits(rule, use));
  const first: RecognitionReason = deciding
    ? { code: 'RULE_DECIDES', rule: presentRule(deciding) }
    : { code: 'NO_RULE' };
  return [
    first,
    ...others.map((rule): RecognitionReason => ({
      code: inForce(rule, use.on) ? 'RULE_LESS_SPECIFIC' : 'RULE_NOT_IN_FORCE',
      rule: presentRule(rule),
    })),
  ];
}

function fits(rule: RuleRow, use: RecognitionUse): boolean {
  const covers = (wanted: string, actual: string): boolean => wanted === '*' || wanted === actual;
  return (
    rule.type === use.type &&
    covers(rule.issuing, use.issuing) &&
    covers(rule.accepting, use.accepting) &&
    covers(rule.item, use.item) &&
    covers(rule.purpose, use.purpose)
  );
}

const inForce = (rule: RuleRow, on: string): boolean =>
  rule.validFrom <= on && (rule.validUntil === undefined || on <= rule.validUntil);

const presentRule = (rule: RuleRow): RecognitionRule => ({ ...rule, level: RecognitionLevel[rule.level] });
