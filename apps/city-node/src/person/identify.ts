import { maskResidentId, parseResidentId, parseUnifiedCreditCode, type Holder, type HolderIdType } from '#libs/kernel';
import type { NodeContext } from '../node-context/index.js';

/** What kind of person applies or holds. */
export type HolderKind = 'natural-person' | 'legal-person';

/** Which document a clerk has checked. */
export enum PersonIdType {
  /** Resident identity number, 18 characters (公民身份号码) */
  RESIDENT_ID = 'RESIDENT_ID',
  /** Unified social credit code, 18 characters (统一社会信用代码) */
  CREDIT_CODE = 'CREDIT_CODE',
}

/** Somebody at the window, as the clerk has read the document. */
export interface PersonAtWindow {
  readonly name: string;
  readonly idType: PersonIdType;
  readonly idNumber: string;
}

/** Somebody identified: the number itself goes no further, but sealed. */
export interface Identified {
  readonly name: string;
  readonly holder: Holder;
  readonly kind: HolderKind;
  /** For the eye */
  readonly masked: string;
  /** For the certificate */
  readonly sealedNumber: string;
}

const idTypes: Record<PersonIdType, HolderIdType> = { RESIDENT_ID: '111', CREDIT_CODE: '001' };

/** Checks the number and makes the holder of it. @throws the errors of the number, with the field */
export function identify(person: PersonAtWindow, node: NodeContext, field: string): Identified {
  const number = checked(person, node, `${field}.idNumber`);
  const resident = person.idType === PersonIdType.RESIDENT_ID;
  const holder = node.holderOf(idTypes[person.idType], number);
  return {
    name: person.name,
    holder,
    sealedNumber: node.sealNumber(holder, number),
    kind: resident ? 'natural-person' : 'legal-person',
    masked: resident ? maskResidentId(number) : number,
  };
}

function checked({ idType, idNumber }: PersonAtWindow, node: NodeContext, field: string): string {
  if (idType === PersonIdType.CREDIT_CODE) return parseUnifiedCreditCode(idNumber, field);
  return parseResidentId(idNumber, { now: node.now(), field, allowSynthetic: node.mode === 'sandbox' }).value;
}
