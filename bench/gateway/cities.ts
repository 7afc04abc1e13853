/** Division codes of the first `count` cities of the bench, 430100 onwards. */
export function divisions(count: number): string[] {
  return Array.from({ length: count }, (_, place) => String(430_100 + place * 100));
}

/** The id of a city's application. */
export function applicationId(division: string, index: number): string {
  return `app_${division}_01JBENCH${String(index).padStart(18, '0')}`;
}

/** Applications and notices that each city has. */
export const entriesOfCity = 20;
