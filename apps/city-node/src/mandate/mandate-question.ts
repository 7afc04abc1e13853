import type { Question } from '#libs/exchange';
import { type Holder, isHolder, KuashiError, ownerOfId } from '#libs/kernel';
import type { HolderKind } from '../person/index.js';

/** Type of the question by which a node asks whether a mandate covers what somebody wants to do. */
export const mandateQuestionType = 'mandate.check';

/** Asks whether an agent may act in one case; item and case stand in the purpose. */
export interface MandateQuestion {
  readonly mandate: string;
  readonly agent: Holder;
  readonly commitment: boolean;
  /** Division of the city where the agent acts: that of the case, whoever asks. */
  readonly city: string;
}

/** For whom the agent acts. */
export interface CoveredMandate {
  /** Mandate ID. */
  readonly mandate: string;
  readonly principal: Holder;
  readonly principalKind: HolderKind;
  readonly principalName: string;
  readonly agent: Holder;
  readonly agentName: string;
}

/** Reads a question's payload. @throws QUESTION_REFUSED */
export function readMandateQuestion({ payload, purpose }: Question): MandateQuestion {
  const { mandate, agent, commitment, city } = payload as Partial<Record<keyof MandateQuestion, unknown>>;
  const readable = typeof mandate === 'string' && typeof agent === 'string' && typeof commitment === 'boolean';
  const own = typeof city === 'string' && ownerOfId(purpose.caseReference) === city;
  if (!readable || !own || !isHolder(agent))
    throw new KuashiError('QUESTION_REFUSED', { params: { reason: 'payload' } });
  return { mandate, agent, commitment, city };
}

/** Reads the answer of the node that keeps the mandate. @throws NODE_ANSWER_INVALID */
export function readCoveredMandate(
  answer: Record<string, unknown>,
  asked: MandateQuestion,
  city: string,
): CoveredMandate {
  const { principal, principalKind, principalName, agent, agentName } = answer;
  const kind = principalKind === 'natural-person' || principalKind === 'legal-person' ? principalKind : undefined;
  const named = kind && isName(principalName) && isName(agentName) && typeof principal === 'string';
  if (!named || agent !== asked.agent || principal === agent || !isHolder(principal)) {
    throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: mandateQuestionType } });
  }
  const { mandate, agent: acting } = asked;
  return { mandate, principal, principalKind: kind, principalName, agent: acting, agentName };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 100;
