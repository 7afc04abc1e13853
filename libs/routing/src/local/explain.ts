import { KuashiError, type InEveryLanguage, type Language } from '#libs/kernel';
import { type Owners, type Target } from '../directory.js';
import { citiesAsked } from '../execute/scatter.js';
import { ownerOf } from '../execute/run-step.js';
import { readKey, type Variables } from '../plan/key-source.js';
import { type HopPlan, type Plan, type RemoteStep } from '../plan/plan.js';
import { inLanguage, namedInEvery, type TextField } from './in-language.js';

/** One row of `explainRoute`. */
export interface RouteExplanation {
  readonly field: string;
  readonly directive: string;
  readonly argument?: string;
  readonly value?: unknown;
  readonly nodes: readonly { readonly division: string; readonly name: TextField }[];
  readonly why: TextField;
  readonly error?: string;
  readonly hops: readonly RouteHop[];
}

interface RouteHop {
  readonly field: string;
  readonly directive: string;
  readonly lookup: string;
  readonly target: 'REGISTRY' | 'OWNER' | 'EVERY_NODE';
  readonly level: number;
}

interface Reader {
  readonly owners: Owners;
  readonly variables: Variables;
  readonly language: Language;
}

/** Why each root field of a plan would go where it would go. */
export function explainPlan(plan: Plan, reader: Reader): RouteExplanation[] {
  return plan.steps.flatMap((step) => {
    if (step.kind !== 'local') return [explainStep(plan, step, reader)];
    const why = inLanguage(reasons.local, reader.language);
    return step.fields.map(({ responseKey }) => ({ field: responseKey, directive: 'local', nodes: [], why, hops: [] }));
  });
}

function explainStep(plan: Plan, step: RemoteStep, reader: Reader): RouteExplanation {
  const { language, variables } = reader;
  const row = { field: step.responseKey, directive: step.kind, hops: hopsOf(plan, step), ...asked(step, variables) };
  try {
    const nodes = targetsOf(step, reader).map((target) => ({
      division: target.division,
      name: inLanguage(namedInEvery(target.name), language),
    }));
    return { ...row, nodes, why: inLanguage(reasonFor(step, row.value), language) };
  } catch (error) {
    if (!(error instanceof KuashiError)) throw error;
    return { ...row, nodes: [], why: inLanguage(reasons.nobody, language), error: error.code };
  }
}

function asked(step: RemoteStep, variables: Variables): { argument?: string; value?: unknown } {
  if (step.kind === 'owner') return { argument: step.argument, value: readKey(step.key, variables) };
  const cities = step.kind === 'everyCity' && step.cities ? readKey(step.cities, variables) : undefined;
  return cities === undefined || cities === null ? {} : { argument: 'cities', value: cities };
}

function targetsOf(step: RemoteStep, { owners, variables }: Reader): readonly Target[] {
  switch (step.kind) {
    case 'registry':
      return [owners.registry];
    case 'owner':
      return [ownerOf({ owners, variables }, step)];
    case 'everyCity':
      return citiesAsked(owners, step.cities && readKey(step.cities, variables));
  }
}

function hopsOf({ hops }: Plan, step: RemoteStep): RouteHop[] {
  return hops.slice(step.hops.from, step.hops.to).map((hop) => ({
    field: hop.coordinate,
    directive: hop.kind,
    lookup: hop.lookup.field,
    target: targetOf(hop),
    level: hop.level,
  }));
}

function targetOf(hop: HopPlan): RouteHop['target'] {
  if (hop.kind === 'everyCity') return 'EVERY_NODE';
  return hop.source === 'registry' ? 'REGISTRY' : 'OWNER';
}

function reasonFor(step: RemoteStep, value: unknown): InEveryLanguage {
  if (step.kind === 'owner') return reasons.owner;
  if (step.kind === 'registry') return reasons.registry;
  return value === undefined ? reasons.everyCity : reasons.chosenCities;
}

const reasons = {
  owner: {
    'zh-Hans': '参数值中的行政区划决定由哪个节点负责。',
    'zh-Hant': '參數值中的行政區劃決定由哪個節點負責。',
    en: 'The division in the argument’s value names the node that owns it.',
  },
  registry: {
    'zh-Hans': '该字段属于省级公共服务。',
    'zh-Hant': '該字段屬於省級公共服務。',
    en: "The field belongs to the province's common services.",
  },
  everyCity: {
    'zh-Hans': '该字段向所有节点查询并合并结果。',
    'zh-Hant': '該字段向所有節點查詢並合併結果。',
    en: 'The field is asked of every node and the answers are merged.',
  },
  chosenCities: {
    'zh-Hans': '该字段只向 cities 参数列出的节点查询并合并结果。',
    'zh-Hant': '該字段只向 cities 參數列出的節點查詢並合併結果。',
    en: 'The field is asked of the nodes that the argument cities names, and the answers are merged.',
  },
  local: {
    'zh-Hans': '由网关自身回答。',
    'zh-Hant': '由網關自身回答。',
    en: 'The gateway answers it itself.',
  },
  nobody: {
    'zh-Hans': '参数值没有指向任何节点。',
    'zh-Hant': '參數值沒有指向任何節點。',
    en: 'The value names no node.',
  },
} satisfies Record<string, InEveryLanguage>;
