import type { HandlingMode } from '../types.js';
import { nameColumns } from './names.js';
import { cell, words, type SourceRow } from './row.js';
import type { Sources } from './sources.js';

const modeOf: Readonly<Record<string, HandlingMode>> = {
  'all-online': 'FULLY_ONLINE',
  'proxy-collection': 'REMOTE_INTAKE',
  'joint-multi-city': 'MULTI_CITY_JOINT',
  'any-office': 'ANY_OFFICE',
};

/** 事项类型 (GB/T 39046-2020 A.1), read off the item's name: the first pattern that fits. */
const itemTypes: readonly (readonly [RegExp, string])[] = [
  [/许可|核发|执业注册|建造师注册|药师注册|考核\(/, '01'],
  [/查询|开具|打印|核验|结算|申报$|继续教育|预约|汇缴|报装/, '20'],
  [/补贴|津贴|待遇|救助|最低生活保障|抚恤|补助|失业保险金|奖励金|报销|供养|支取/, '05'],
  [/登记|认定|鉴定|确认|备案|入户|迁移|婚|签发|申领|补领|换领|换证/, '07'],
  [/转移|变更|提取|公证|挂失|注销|参保/, '20'],
];

/** Items whose certificate is about somebody else than the applicant: what is founded, a child, one who has died. */
const resultNamesAnother = [
  ...['enterprise-establish', 'foreign-enterprise-register', 'cooperative-register', 'individual-business-register'],
  ...['social-organization-registration', 'newborn-medical-enrol', 'newborn-hukou-registration'],
  ...['hukou-migration-child-join-parent', 'household-cancellation-death', 'orphan-support-apply'],
  ...['vaccination-certificate-query', 'school-enrolment-migrant-child', 'student-transfer'],
];

function resultNames(row: SourceRow): string {
  if (cell(row, 'result_certificate') === '') return '';
  return resultNamesAnother.includes(cell(row, 'key')) ? 'another' : 'applicant';
}

/** Rows of items.csv. */
export function itemRows(sources: Sources) {
  const nextNumber = new Map<string, number>();
  return sources.items.map((row) => {
    const prefix = basicPrefix(row, sources);
    const number = (nextNumber.get(prefix) ?? 0) + 1;
    nextNumber.set(prefix, number);
    return {
      key: cell(row, 'key'),
      basic_code: `${prefix}${String(number).padStart(3, '0')}000`,
      ...nameColumns(cell(row, 'name_zh_hans'), cell(row, 'name_en')),
      domain: cell(row, 'domain'),
      audience: cell(row, 'audience'),
      department: cell(row, 'competent_department_zh'),
      modes: modesOf(row),
      statutory_days: cell(row, 'statutory_days'),
      committed_days: cell(row, 'committed_days'),
      day_unit: cell(row, 'day_unit'),
      days_basis: cell(row, 'days_basis'),
      days_law: cell(row, 'days_law'),
      on_the_spot: cell(row, 'on_the_spot'),
      result_certificate: cell(row, 'result_certificate'),
      result_names: resultNames(row),
      authority_level: cell(row, 'authority_level'),
      presence_required: cell(row, 'presence_required'),
      clock_starts: cell(row, 'clock_starts'),
      minimum_wait_days: cell(row, 'minimum_wait_days'),
      source: cell(row, 'source'),
      source_confidence: cell(row, 'source_confidence'),
    };
  });
}

/** An item for which the person must come has neither an online nor a remote form; some office is always left. */
export function modesOf(row: SourceRow): HandlingMode[] {
  const modes = words(row, 'handling_modes').map((mode) => {
    const known = modeOf[mode];
    if (!known) throw new Error(`unknown handling mode ${mode} of ${cell(row, 'key')}`);
    return known;
  });
  if (cell(row, 'presence_required') !== 'true') return modes;
  const inPerson = modes.filter((mode) => mode !== 'FULLY_ONLINE' && mode !== 'REMOTE_INTAKE');
  return inPerson.length > 0 ? inPerson : ['ANY_OFFICE'];
}

/** Region, item type and department: the first six digits of the basic code (GB/T 39554.1-2020). */
function basicPrefix(row: SourceRow, { bodies, bodiesOf }: Sources): string {
  const region = cell(row, 'authority_level') === 'national' ? '00' : '43';
  const type = itemTypes.find(([pattern]) => pattern.test(cell(row, 'name_zh_hans')))?.[1] ?? '10';
  const department = cell(row, 'competent_department_zh');
  const body = bodies.find((each) => cell(each, 'body') === bodiesOf.get(department)?.[0]);
  if (!body) throw new Error(`no body answers for ${department}`);
  return `${region}${type}${cell(body, 'item_digits')}`;
}
