/** Who may import whom. The words behind the rules stand in docs/; scripts/check-boundaries.ts runs them. */

const product = '^(shared|electron|renderer)/';
const pureNpm = 'node_modules/(zod|@noble/hashes)/';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-cycles', 'A file that needs itself cannot be read from top to bottom.', {}, { circular: true }),
    forbid('resolvable', 'Every import leads somewhere.', { path: product }, { couldNotResolve: true }),
    forbid(
      'domain-is-pure',
      'The domain is values and functions; an auditor reads it without the rest.',
      { path: '^shared/domain/' },
      { pathNot: `^shared/(domain|words)/|${pureNpm}` },
    ),
    forbid(
      'contract-sees-domain',
      'What crosses the boundary is built from the domain, and knows no transport.',
      { path: '^shared/contract/' },
      { pathNot: '^shared/(contract|domain)/|node_modules/zod/' },
    ),
    forbid(
      'rpc-sees-contract',
      'The wire knows the table of operations and nothing of what they mean.',
      { path: '^shared/rpc/' },
      { pathNot: '^shared/(rpc|contract)/|node_modules/zod/' },
    ),
    forbid(
      'words-are-data',
      'Words know the codes they word, and no code.',
      { path: '^shared/words/' },
      { pathNot: '^shared/(words|domain|contract)/' },
    ),
    forbid('shared-needs-no-host', 'shared/ runs anywhere.', { path: '^shared/' }, { pathNot: `^shared/|${pureNpm}` }),
    forbid(
      'renderer-sees-shared-only',
      'The page runs in a sandbox: no Node, no core.',
      { path: '^renderer/' },
      { path: '^(electron|scripts|tests)/|node_modules/(electron|sql\\.js|exceljs|ws|electron-store)/' },
    ),
    forbid('renderer-without-node', 'The page has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'core-needs-no-host',
      'Any host can run the core.',
      { path: '^electron/core/' },
      { path: '^(renderer|scripts|tests)/|^electron/(host|shell|cli|page)/' },
    ),
    forbid(
      'core-without-electron',
      'Importing Electron in plain Node starts a download. Not even by a detour.',
      { path: '^electron/(core|host|cli|page)/' },
      { path: 'node_modules/electron(-store)?/|^electron/shell/', reachable: true },
    ),
    forbid(
      'shell-only-electron',
      'Only the shell notices an Electron upgrade.',
      { pathNot: '^(electron/shell|tests/(shell|desktop))/' },
      { path: 'node_modules/electron(-store)?/' },
    ),
    forbid(
      'hosts-apart',
      'Three hosts, one core: what two of them need belongs to the core or to electron/page.',
      { path: '^electron/(host|shell|cli)/' },
      { path: '^electron/(host|shell|cli)/', pathNot: '^electron/$1/' },
    ),
    forbid(
      'page-is-shared',
      'How the page is served is the same for both windows.',
      { path: '^electron/page/' },
      { pathNot: '^electron/page/', dependencyTypesNot: ['core'] },
    ),
    forbid(
      'excel-in-one-place',
      'One file turns a workbook into Excel; one beside it fills a cell, and one says how it looks.',
      { path: product, pathNot: '^electron/core/report/(write-workbook|write-cell|cell-styles)\\.ts$' },
      { path: 'node_modules/exceljs/' },
    ),
    forbid(
      'pdf-in-one-place',
      'One folder turns a workbook into a PDF.',
      { path: product, pathNot: '^electron/core/report/pdf/' },
      { path: 'node_modules/(@types/)?pdfkit/' },
    ),
    forbid(
      'word-in-one-place',
      'One folder turns a workbook into a Word document.',
      { path: product, pathNot: '^electron/core/report/document/' },
      { path: 'node_modules/docx/' },
    ),
    forbid(
      'sql-in-store',
      'SQL stays where another database could replace it.',
      { path: product, pathNot: '^electron/core/store/' },
      { path: 'node_modules/(@types/)?sql\\.js/' },
    ),
    forbid(
      'no-development-packages',
      'What is packed needs no development dependency (Electron itself is the platform, types are gone by then).',
      { path: product },
      {
        dependencyTypes: ['npm-dev'],
        pathNot: 'node_modules/(electron|@types/[^/]+)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tsbuild)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
