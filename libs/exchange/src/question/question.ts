import type { DivisionCode } from '#libs/kernel';

/** Why a question may be asked. Without it no personal data leaves a node. */
export interface Purpose {
  /** Key of the service item. */
  readonly item: string;
  /** Id of the application, intake or query that needs the answer. */
  readonly caseReference: string;
  /** Legal or practical basis, for example `application` or the number of a mandate. */
  readonly basis: string;
}

/** A question of another node whose signature, addressee and age have been checked. */
export interface Question {
  readonly id: string;
  readonly sender: DivisionCode;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
  /** SHA-256 of the question as its sender signed it, base64url; of a node's question to itself, which nobody signs, of what it says. */
  readonly digest: string;
}

/** Answers a question. A KuashiError is carried to the asking node by its code. */
export type QuestionHandler = (question: Question) => Promise<object>;
