/**
 * The breaking changes that the changelog owns up to: what stands in backticks in the entries of its section
 * “Unreleased” that begin with “Breaking:”.
 */
export function recordedBreaks(changelog: string): ReadonlySet<string> {
  const [, unreleased = ''] = /^## Unreleased$(.*?)(?=^## |$(?![^]))/ms.exec(changelog) ?? [];
  const entries = unreleased.split(/^- /m).filter((entry) => entry.startsWith('Breaking:'));
  return new Set(entries.flatMap((entry) => [...entry.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)));
}
