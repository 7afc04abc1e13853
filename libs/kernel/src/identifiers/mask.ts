/**
 * A resident number for the eye (`4301************7X`): the city digits and the last two characters stay, so that a
 * clerk can tell two papers apart; birth date and county are hidden. Any other text is hidden but for its length.
 */
export function maskResidentId(text: string): string {
  return maskMiddle(text, 4, 2);
}

/** A name for the eye: the first character stays (李**). */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
}

/** A real-estate unit code for the eye: the county stays, parcel and room are hidden. */
export function maskRealEstateUnit(text: string): string {
  return maskMiddle(text, 6, 0);
}

/** A waybill number for the eye: with the whole of it anyone can follow a parcel to its door. */
export function maskEmsWaybill(text: string): string {
  return maskMiddle(text, 2, 5);
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + 3) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}
