/** A query to try, and who may ask it. */
export interface Example {
  readonly title: string;
  /** nobody's when anybody may ask */
  readonly persona?: string;
  readonly query: string;
}

const inReadme =
  /\*\*(?<name>[^*]+?)\.?\*\*(?:(?!\*\*).)*?<!-- as (?<who>\S+): (?<title>\S+) -->\s+```graphql\n(?<query>.*?)```/gs;

/** The queries of the README, which its test runs: one text for those who read and those who click. */
export function examplesIn(readme: string): Example[] {
  return [...readme.matchAll(inReadme)].map(({ groups: { name = '', who = '', title = '', query = '' } = {} }) => ({
    title: `${name.replace(/^(\d+)\. .*/s, '$1')} ${title} · ${name.replace(/^\d+\. /, '')}`,
    ...(who !== 'anybody' && { persona: who }),
    query,
  }));
}
