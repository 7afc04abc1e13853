/** One character of a name as it may be spoken, in letters without tones. */
export interface Syllable {
  /** as the phrase around it has it: 银行 is yinhang */
  readonly spoken: readonly string[];
  /** every reading of the character: hang, xing, heng */
  readonly otherwise: readonly string[];
  /** the initials of its readings: `z` and `zh` for 证 */
  readonly initials: readonly string[];
}

/** Turns a name into its syllables; letters in it stay together, and signs are not spoken. */
export type Speaking = (name: string) => Syllable[];

/** The dictionary of readings, megabytes of it, is loaded when the first search with letters needs it, not at start. */
export async function loadSpeaking(): Promise<Speaking> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, Syllable>();
  return (name) =>
    pinyin(name, { type: 'all', toneType: 'none', v: true, nonZh: 'consecutive', toneSandhi: false }).flatMap(
      (part) => {
        const readings = part.isZh
          ? [part.pinyin, ...part.polyphonic]
          : (part.origin.toLowerCase().match(/[a-z]+/g) ?? []);
        const key = readings.join();
        const syllable = known.get(key) ?? syllableOf(readings);
        known.set(key, syllable);
        return syllable.spoken.length > 0 ? [syllable] : [];
      },
    );
}

/** @param readings the one that the phrase asks for first; tones may stand on the others */
function syllableOf(readings: readonly string[]): Syllable {
  const [asked, ...others] = readings.map((reading) =>
    reading
      .normalize('NFD')
      .replace(/u\u0308/g, 'v')
      .replace(/\p{M}/gu, ''),
  );
  const spoken = asked ? spellingsOf(asked) : [];
  const otherwise = [...new Set([...spoken, ...others.flatMap(spellingsOf)])];
  return { spoken, otherwise, initials: [...new Set(otherwise.flatMap(initialsOf))] };
}

/** ü is typed as v, as u, and in passports as yu. */
function spellingsOf(reading: string): string[] {
  return reading.includes('v') ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading];
}

function initialsOf(reading: string): string[] {
  return /^[zcs]h/.test(reading) ? [reading.slice(0, 1), reading.slice(0, 2)] : [reading.slice(0, 1)];
}
