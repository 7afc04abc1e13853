import type { Brand } from '../brand.js';
import { isProvincePart } from './division-code.js';
import { accepts, expectLength, malformed } from './fault.js';

/** 不动产单元代码 (GB/T 37346-2019): 28 characters, no check character. Names a home: print it masked. */
export type RealEstateUnit = Brand<string, 'RealEstateUnit'>;

/** The segments of a real-estate unit code. */
export interface RealEstateUnitParts {
  /** County code at the time of the cadastral survey. */
  readonly division: string;
  /** 地籍区, 地籍子区: three digits each. */
  readonly cadastralZone: string;
  readonly cadastralSubzone: string;
  /** 宗地(宗海)特征码: G state, J collective, Z disputed; then the kind of right (GB: state land for building). */
  readonly parcelKind: string;
  /** 宗地顺序号: five digits. */
  readonly parcel: string;
  /** 定着物特征码: F building, L trees, Q other, W nothing. */
  readonly fixture: 'F' | 'L' | 'Q' | 'W';
  /** Eight digits: for F four of the building and four of the unit; zeros for W. */
  readonly unit: string;
}

/**
 * Parses a real-estate unit code: 6 county, 3 zone, 3 subzone, 2 parcel kind, 5 parcel, 1 fixture, 8 unit.
 * @throws IDENTIFIER_MALFORMED.
 */
export function parseRealEstateUnit(text: string, field?: string): RealEstateUnit {
  expectLength('real-estate-unit', text, 28, field);
  if (/[a-z]/.test(text)) throw malformed('real-estate-unit', 'lower-case', field);
  if (!/^\d{12}[GJZ][A-Z]\d{5}[FLQW]\d{8}$/.test(text)) throw malformed('real-estate-unit', 'wrong-structure', field);
  if (!isProvincePart(text.slice(0, 2))) throw malformed('real-estate-unit', 'unknown-region', field);
  if (/W(?!0{8}$)\d{8}$/.test(text)) throw malformed('real-estate-unit', 'unknown-segment', field);
  return text as RealEstateUnit;
}

/** Whether a text is a real-estate unit code. */
export function isRealEstateUnit(text: string): text is RealEstateUnit {
  return accepts(() => parseRealEstateUnit(text));
}

/** The segments of a real-estate unit code. */
export function realEstateUnitParts(code: RealEstateUnit): RealEstateUnitParts {
  return {
    division: code.slice(0, 6),
    cadastralZone: code.slice(6, 9),
    cadastralSubzone: code.slice(9, 12),
    parcelKind: code.slice(12, 14),
    parcel: code.slice(14, 19),
    fixture: code.charAt(19) as RealEstateUnitParts['fixture'],
    unit: code.slice(20),
  };
}

/** The groups in which the code is displayed: 12-7-9 characters. */
export function formatRealEstateUnit(code: RealEstateUnit): string {
  return `${code.slice(0, 12)} ${code.slice(12, 19)} ${code.slice(19)}`;
}
