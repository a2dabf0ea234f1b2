import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';

const CORE = ['lib/engine', 'lib/document', 'lib/vocabulary', 'lib/kinds', 'lib/language'];
const PURE = '^(lib/(document|vocabulary|kinds|language|engine|docx|protocol|sessions)|rules)/';
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
    name: 'Word files know the engine and below',
    from: '^lib/docx/',
    to: { pathNot: only('lib/docx', 'lib/engine', 'lib/document', 'node_modules/fflate') },
  },
  {
    name: 'files know Word files and plain text only',
    from: '^lib/files/',
    to: { pathNot: only('lib/files', 'lib/docx', 'lib/document', 'node_modules/(fflate|cfb)') },
  },
  {
    name: 'rules know the core only',
    from: '^rules/',
    to: { pathNot: only('rules', 'assets', ...CORE) },
  },
  {
    name: 'fields know texts and edits only',
    from: '^lib/fields/',
    to: { path: '^lib/', pathNot: only('lib/fields', ...CORE) },
  },
  {
    name: 'highlight paints fields',
    from: '^lib/highlight/',
    to: { path: '^lib/', pathNot: [only('lib/highlight', 'lib/fields', ...CORE), '^lib/ui/theme.ts$'] },
  },
  {
    name: 'protocol knows texts and issues only',
    from: '^lib/protocol/',
    to: { path: '^lib/', pathNot: only('lib/protocol', ...CORE) },
  },
  {
    name: 'docx knows texts and issues only',
    from: '^lib/docx/',
    to: { path: '^lib/', pathNot: only('lib/docx', ...CORE) },
  },
  {
    name: 'settings know texts and issues only',
    from: '^lib/settings/',
    to: { path: '^lib/', pathNot: only('lib/settings', ...CORE) },
  },
  {
    name: 'reports know issues in their context',
    from: '^lib/report/',
    to: {
      path: '^lib/',
      pathNot: [only('lib/report', 'lib/protocol', 'lib/docx', ...CORE), '^lib/settings/locale.ts$'],
    },
  },
  {
    name: 'sessions know messages only',
    from: '^lib/sessions/',
    to: { path: '^lib/', pathNot: only('lib/sessions', 'lib/protocol', ...CORE) },
  },
  {
    name: 'components know no page',
    from: '^lib/ui/',
    // The walk from issue to issue is the same in a page and on the workbench's paper.
    to: {
      path: only('lib/page', 'lib/sessions', 'lib/fields', 'lib/highlight'),
      pathNot: '^lib/page/keyboard-walk.ts$',
    },
  },
  {
    name: 'the workbench’s files know no component',
    from: '^lib/workbench/',
    to: {
      path: '^lib/',
      pathNot: [
        only('lib/workbench', 'lib/protocol', 'lib/docx', 'lib/files', 'lib/report', ...CORE),
        '^lib/ui/handover.ts$',
      ],
    },
  },
  { name: 'the page does not know the background', from: '^lib/page/', to: { path: '^lib/sessions/' } },
  { name: 'lib never sees a rule', from: '^lib/', to: { path: '^rules/' } },
  { name: 'lib never sees an entrypoint', from: '^lib/', to: { path: '^entrypoints/' } },
  { name: 'what ships never sees a tool or test', from: '^(lib|rules|entrypoints)/', to: { path: '^(tools|tests)/' } },
  {
    name: 'the core runs anywhere',
    from: PURE,
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'] as const, pathNot: 'node_modules/(fflate|cfb)/' },
  },
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
