import type { Brand } from '../brand.js';
import { checkMod37_36 } from '../checks/iso7064-mod37-36.js';
import { accepts, malformed, wrongCheck } from './fault.js';
import { parseUnifiedCreditCode } from './unified-credit-code.js';

/** The root arc of every 电子证照标识 (GB/T 36904-2018 §4). */
export const certificateIdentifierRoot = '1.2.156.3005.2';

/** A whole 电子证照标识 as text, checked. */
export type CertificateIdentifierText = Brand<string, 'CertificateIdentifier'>;

/** What an identifier is made of. */
export interface CertificateIdentifierParts {
  /** 证照类型代码: 18 characters of the defining authority and three of the sequence. */
  readonly typeCode: string;
  /** 颁发机构代码: credit code of the issuing authority. */
  readonly issuer: string;
  /** 流水号: one or more of 0–9, A–Z; the same through all versions. */
  readonly serial: string;
  /** 版本号: 1 to 999, written with three digits. */
  readonly version: number;
}

const shape = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18}|\d{6})\.([0-9A-Z]{1,64})\.(\d{3})\.([0-9A-Z])$/;

/** 电子证照标识 (GB/T 36904-2018): `root.type.issuer.serial.version.check`. Text and JSON give `value`. */
export class CertificateIdentifier implements CertificateIdentifierParts {
  readonly typeCode: string;
  readonly issuer: string;
  readonly serial: string;
  readonly version: number;
  /** 校验位: ISO/IEC 7064 MOD 37,36 over type, issuer, serial and version without dots and root. */
  readonly check: string;
  readonly value: CertificateIdentifierText;

  constructor({ typeCode, issuer, serial, version }: CertificateIdentifierParts) {
    const versionText = String(version).padStart(3, '0');
    this.typeCode = typeCode;
    this.issuer = issuer;
    this.serial = serial;
    this.version = version;
    this.check = checkMod37_36(typeCode + issuer + serial + versionText);
    this.value = [certificateIdentifierRoot, typeCode, issuer, serial, versionText, this.check].join(
      '.',
    ) as CertificateIdentifierText;
  }

  /** The identifier of the next version of the same certificate: same serial, new check character. */
  nextVersion(): CertificateIdentifier {
    return createCertificateIdentifier({ ...this, version: this.version + 1 });
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}

/**
 * Parses an identifier. Issuers written as a six-digit division code occur in real registers: they are read when the
 * check character holds, and never made here.
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG.
 */
export function parseCertificateIdentifier(text: string, field?: string): CertificateIdentifier {
  if (/[a-z]/.test(text)) throw malformed('certificate-identifier', 'lower-case', field);
  const [, typeCode, issuer, serial, version, check] = shape.exec(text) ?? [];
  if (!typeCode || !issuer || !serial || !check || Number(version) === 0) {
    throw malformed('certificate-identifier', 'wrong-structure', field);
  }
  const identifier = new CertificateIdentifier({ typeCode, issuer, serial, version: Number(version) });
  if (identifier.check !== check) throw wrongCheck('certificate-identifier', field);
  return identifier;
}

/** Whether a text is an identifier with the right check character. */
export function isCertificateIdentifier(text: string): text is CertificateIdentifierText {
  return accepts(() => parseCertificateIdentifier(text));
}

/**
 * Makes the identifier of a certificate to be issued; stricter than reading: the issuer must be a credit code.
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG (of the issuer's code or of the type's defining authority).
 */
export function createCertificateIdentifier(parts: CertificateIdentifierParts): CertificateIdentifier {
  parseUnifiedCreditCode(parts.issuer, 'issuer');
  parseUnifiedCreditCode(parts.typeCode.slice(0, 18), 'typeCode');
  if (!Number.isInteger(parts.version) || parts.version < 1 || parts.version > 999) {
    throw malformed('certificate-identifier', 'wrong-structure', 'version');
  }
  const identifier = new CertificateIdentifier(parts);
  if (!shape.test(identifier.value)) throw malformed('certificate-identifier', 'wrong-structure');
  return identifier;
}
