import { checkMod11_2, type SeededRandom } from '#libs/kernel';
import type { SeedDate } from '../types.js';

/** Hands out resident numbers of the range reserved for synthetic people, none twice. */
export class ResidentNumbers {
  private readonly taken = new Set<string>();

  constructor(
    private readonly syntheticDivision: string,
    private readonly random: SeededRandom,
  ) {}

  /** A number whose sequence (001 to 899) is odd for a man and even for a woman (GB 11643). */
  next(birthDate: SeedDate, sex: 'male' | 'female'): string {
    for (;;) {
      const sequence = this.random.integer(449) * 2 + (sex === 'male' ? 1 : 2);
      const body = `${this.syntheticDivision}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
      const number = `${body}${checkMod11_2(body)}`;
      if (this.taken.has(number)) continue;
      this.taken.add(number);
      return number;
    }
  }
}
