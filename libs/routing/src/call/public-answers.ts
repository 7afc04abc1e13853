import { type CityPart } from '../answer/part.js';
import { type RoutingLimits } from '../limits.js';
import { BoundedMap } from '../plan/bounded-map.js';

interface Kept {
  readonly part: CityPart;
  /** milliseconds of the clock at which it is too old */
  readonly until: number;
}

/**
 * Answers that are the same for everybody, kept as long as the contract says. They were asked for without a caller's
 * token, so nothing of one caller's can come to another. All go when the directory has a new version.
 */
export class PublicAnswers {
  private readonly kept: BoundedMap<Kept>;
  /** counts how often all were forgotten: an answer that was asked for before is not kept after */
  version = 0;

  constructor(
    limits: Pick<RoutingLimits, 'keptAnswers' | 'keptAnswerBytes'>,
    private readonly now: () => number,
  ) {
    this.kept = new BoundedMap(limits.keptAnswers, limits.keptAnswerBytes);
  }

  find(key: string): CityPart | undefined {
    const found = this.kept.get(key);
    return found && found.until > this.now() ? found.part : undefined;
  }

  /**
   * Keeps a part that came without errors.
   * @param maxAge seconds
   * @param version at which it was asked for
   */
  keep(key: string, part: CityPart, maxAge: number, version: number): void {
    if (part.errors.length > 0 || version !== this.version) return;
    this.kept.set(key, { part, until: this.now() + maxAge * 1000 }, part.value.length + key.length);
  }

  forget(): void {
    this.kept.clear();
    this.version += 1;
  }
}
