import { KuashiError, type DivisionCode } from '#libs/kernel';
import type {
  Authority,
  Centre,
  CertificateType,
  Implementation,
  MaterialRequirement,
  RecognitionRule,
  ServiceItem,
  Window,
} from '#seeds';

/** The question put to the recognition rules: this kind, from there, for that use here. */
export interface RecognitionQuestion {
  type: string;
  issuing: DivisionCode;
  item: string;
  purpose: string;
}

/** The rules' verdict: a level R0 to R5 and the rule it rests on (none: the default R0 or the own city's R5). */
export interface RecognitionVerdict {
  level: RecognitionRule['level'];
  rule?: RecognitionRule;
}

/**
 * The node's copy of what the province and its own city publish: items, materials, implementations (实施清单),
 * certificate types, authorities, centres, windows and recognition rules. Reference data, read from files at start
 * and held in memory; look-ups are synchronous.
 */
export abstract class Catalogue {
  /** The division of this node. */
  abstract readonly division: DivisionCode;
  /** @throws ITEM_UNKNOWN */
  abstract item(key: string, field?: string): ServiceItem;
  /** @throws ITEM_UNKNOWN, MATERIAL_UNKNOWN */
  abstract material(item: string, key: string, field?: string): MaterialRequirement;
  /** The implementation that this division (city or county of this node) offers. @throws ITEM_UNKNOWN, ITEM_NOT_OFFERED */
  abstract implementation(item: string, division: DivisionCode, field?: string): Implementation;
  /** All implementations of an item at this node, the city's own first. */
  abstract implementations(item: string): readonly Implementation[];
  /** @throws CERTIFICATE_TYPE_UNKNOWN */
  abstract certificateType(key: string, field?: string): CertificateType;
  /** The recognition verdict for a use at this node on the given day. */
  abstract recognition(question: RecognitionQuestion, on: Date): RecognitionVerdict;
  /** An authority of this node by its unified social credit code. @throws BAD_INPUT */
  abstract authority(code: string, field?: string): Authority;
  /** A window of this node. @throws WINDOW_UNKNOWN */
  abstract window(id: string, field?: string): Window;
  /** The centre a window of this node belongs to. */
  abstract centre(id: string): Centre;
}

/** What is thrown for an item that the catalogue does not have. */
export const itemUnknown = (key: string, field = 'item'): KuashiError =>
  new KuashiError('ITEM_UNKNOWN', { field, params: { item: key } });
