import type { Sandbox } from './sandbox.js';

/** Prints where everything answers, and "ready" as the last word. */
export function printAddresses(sandbox: Sandbox, milliseconds: number): void {
  const gateway = sandbox.urlOf('gateway') ?? '';
  const rows = [
    ['GraphQL, with a page to try queries', `${gateway}/graphql`],
    ['synthetic people with access tokens', `${gateway}/sandbox/personas`],
    ...sandbox.topology.members.map(({ name }) => [name, sandbox.urlOf(name) ?? '']),
  ];
  const width = Math.max(...rows.map(([label = '']) => label.length));
  const table = rows.map(([label = '', url = '']) => `  ${label.padEnd(width)}  ${url}`).join('\n');
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  process.stdout.write(`\nKuashi 跨市 sandbox (模拟数据, synthetic people and keys)\n\n${table}\n\n`);
  process.stdout.write(`ready in ${(milliseconds / 1000).toFixed(1)} s, ${memory} MB. Ctrl-C stops it.\n`);
}
