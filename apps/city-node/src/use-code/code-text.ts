import { hash } from 'node:crypto';
import { type DivisionCode, isDivisionCode, type Random } from '#libs/kernel';

/** Crockford's digits: none that a reader could take for another; a QR code packs them densely. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 160 random bits: nobody guesses a code. */
const randomBytes = 20;

const shape = /^UC-(\d{6})-[0-9A-HJKMNP-TV-Z]{32}$/;

/** A new code (用证码), `UC-430200-…`: names the node that can say what it means, and nothing else. */
export function newCodeText(division: DivisionCode, random: Random): string {
  const bits = [...random.bytes(randomBytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => digits[Number.parseInt(five, 2)]).join('');
  return `UC-${division}-${text}`;
}

/** The division whose node made a code; undefined when it is no code at all. */
export function ownerOfCode(text: string): DivisionCode | undefined {
  const division = shape.exec(text)?.[1];
  return division !== undefined && isDivisionCode(division) ? division : undefined;
}

/** What the database keeps of a code. A hash without salt will do: 160 random bits are in no dictionary. */
export const hashOfCode = (text: string): string => hash('sha256', text, 'hex');
