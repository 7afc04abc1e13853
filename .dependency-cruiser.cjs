/** Who may import whom. The table is the architecture: change it only together with docs/architecture.md. */
const lib = (name) => `^libs/${name}/`;
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'nothing of the project'}`,
  from: { path: `^${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|libs|seeds|test|bench)/', pathNot: [`^${from}/`, ...allowed.map((path) => `^${path}/`)] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'an import cycle is a crash at load in ESM',
      from: {},
      to: { circular: true },
    },
    only('kernel-imports-nothing', 'libs/kernel', []),
    only('contract-imports-nothing', 'libs/contract', []),
    only('credential-on-kernel', 'libs/credential', ['libs/kernel']),
    only('routing-on-kernel', 'libs/routing', ['libs/kernel']),
    only('persistence-on-kernel', 'libs/persistence', ['libs/kernel']),
    only('exchange-on-kernel-and-persistence', 'libs/exchange', ['libs/kernel', 'libs/persistence']),
    only('platform-on-kernel-and-persistence', 'libs/platform', ['libs/kernel', 'libs/persistence']),
    only('public-schema-on-kernel-and-routing', 'libs/public-schema', ['libs/kernel', 'libs/routing']),
    only('seeds-on-kernel', 'seeds', ['libs/kernel']),
    only('testing-on-kernel-and-seeds', 'libs/testing', ['libs/kernel', 'seeds']),
    {
      name: 'libs-through-their-index',
      severity: 'error',
      comment: 'a lib is used through its index.ts only',
      from: { path: '^(apps|libs|seeds|test|bench)/([^/]+)/', pathNot: '[.-]spec\\.ts$' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'public-schema-serves-tools-only',
      severity: 'error',
      comment: 'the rules and pages of the public schema are work of the tools; no program carries them',
      from: { path: '^(apps|libs|seeds)/', pathNot: '^libs/public-schema/' },
      to: { path: '^libs/public-schema/' },
    },
    {
      name: 'program-never-imports-program',
      severity: 'error',
      comment: 'a program never imports another; the sandbox starts them, that is all',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/sandbox/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'sandbox-starts-programs-only',
      severity: 'error',
      comment: 'the sandbox touches nothing of a program but its entry',
      from: { path: '^apps/sandbox/' },
      to: { path: '^apps/(?!sandbox/)', pathNot: '/src/program\\.ts$' },
    },
    {
      name: 'gateway-has-no-domain-code',
      severity: 'error',
      comment: 'the gateway routes; it knows no certificate, application or seed',
      from: { path: '^apps/gateway/' },
      to: { path: ['^apps/(city-node|registry|identity)/', lib('credential'), lib('exchange'), '^seeds/'] },
    },
    {
      name: 'features-through-their-index',
      severity: 'error',
      comment:
        'a feature of a program is used by its neighbours through its index.ts; support of specs may share worlds',
      from: { path: '^apps/([^/]+)/src/([^/]+)/', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: '^apps/$1/src/[^/]+/(?!index\\.ts$)', pathNot: '^apps/$1/src/$2/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'an import that cannot be found',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^var/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
