import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';

const PURE = '^(lib/(document|vocabulary|kinds|language|engine)|rules)/';
const only = (...rooms: string[]) => `^(${rooms.join('|')})/`;

/** Who may not import whom; docs/architecture.md tells why. */
const forbidden = [
  { name: 'document stands alone', from: '^lib/document/', to: { pathNot: only('lib/document') } },
  {
    name: 'vocabulary knows documents only',
    from: '^lib/vocabulary/',
    to: { pathNot: only('lib/vocabulary', 'lib/document', 'assets') },
  },
  {
    name: 'language knows documents and vocabulary only',
    from: '^lib/language/',
    to: { pathNot: only('lib/language', 'lib/vocabulary', 'lib/document', 'assets') },
  },
  {
    name: 'kinds know documents and vocabulary only',
    from: '^lib/kinds/',
    to: { pathNot: only('lib/kinds', 'lib/vocabulary', 'lib/document', 'assets') },
  },
  {
    name: 'engine knows documents, vocabulary and language only',
    from: '^lib/engine/',
    to: { pathNot: only('lib/engine', 'lib/document', 'lib/vocabulary', 'lib/language') },
  },
  {
    name: 'rules know the core only',
    from: '^rules/',
    to: {
      pathNot: only('rules', 'lib/engine', 'lib/document', 'lib/vocabulary', 'lib/kinds', 'lib/language', 'assets'),
    },
  },
  { name: 'the page never sees a rule', from: '^lib/(fields|highlight|protocol|ui)/', to: { path: '^rules/' } },
  { name: 'lib never sees an entrypoint', from: '^lib/', to: { path: '^entrypoints/' } },
  { name: 'what ships never sees a tool or test', from: '^(lib|rules|entrypoints)/', to: { path: '^(tools|tests)/' } },
  { name: 'the core runs anywhere', from: PURE, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] as const } },
  { name: 'no circles', from: '^(lib|rules|entrypoints|tools)/', to: { circular: true } },
].map(({ name, from, to }) => ({ name, severity: 'error' as const, from: { path: from }, to: { ...to } }));

it('imports point one way', async () => {
  const { output } = await cruise(['lib', 'rules', 'entrypoints', 'tools'], {
    ruleSet: { forbidden: forbidden as never },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.tsv'] },
  });
  const { modules, summary } = output as ICruiseResult;
  expect(modules.length).toBeGreaterThan(30);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
}, 60_000);
