const pure = '^lib/(rules|engine|geo|metrics|scoring|territories|routing|imports|permissions|shared)/';
const tests = '\\.test\\.tsx?$|/testing/|^scripts/setup-dom';

/** One rule per room. The comment is what the linter prints: it names the right place. */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { pathNot: tests, ...from }, to };
}

const config = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two modules need each other: move what both need one room down.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'drizzle-and-sqlite-only-in-db',
      'SQL lives in db/queries/<one-question>.ts, writing goes through db/write.ts.',
      { path: '^(app|components|lib|workers|e2e|proxy|instrumentation)' },
      { path: 'node_modules/(drizzle-orm|better-sqlite3)' },
    ),
    forbid(
      'app-touches-no-db',
      'A page or handler calls a verb in lib/services; SQL stays in db/queries.',
      { path: '^app/' },
      { path: '^db/' },
    ),
    forbid(
      'app-not-evaluator',
      'Ask through a verb in lib/services, which checks permission and scope.',
      { path: '^app/' },
      { path: '^(lib/evaluator|workers)/' },
    ),
    forbid(
      'components-stay-in-the-browser',
      'A component gets data as props or through components/api-client.ts; shared pure code lives in lib/<room>.',
      { path: '^components/' },
      { path: '^(app|db|workers|lib/(services|evaluator|auth|jobs|http|env))' },
    ),
    forbid(
      'components-no-server-next',
      'Read cookies and headers in lib/auth and pass props down.',
      { path: '^components/' },
      { path: 'next/(headers|server)|server-only' },
    ),
    forbid(
      'services-know-no-http',
      'A verb returns plain data; requests, cookies and React belong to app, lib/http and lib/auth.',
      { path: '^lib/(services|jobs)/' },
      { path: '^(app|components)/|node_modules/(next|react|react-dom|next-auth)/' },
    ),
    forbid(
      'evaluator-below-services',
      'The evaluator is asked by services and knows only queries, worker hosts and rules.',
      { path: '^lib/evaluator/' },
      { path: '^(lib/(services|jobs|auth|http)|app|components)/|node_modules/(next|react)/' },
    ),
    forbid(
      'http-and-auth-through-services',
      'Sessions and requests reach stored things through a verb.',
      { path: '^lib/(http|auth)/' },
      { path: '^(db|components)/' },
    ),
    forbid(
      'db-is-the-bottom',
      'db knows rows, not verbs or pages; pure rules it needs live in lib/rules or lib/shared.',
      { path: '^db/' },
      { path: '^(app|components|workers|lib/(services|evaluator|auth|http|jobs))' },
    ),
    forbid(
      'workers-know-no-ui',
      'A worker wraps verbs and pure rooms.',
      { path: '^workers/' },
      { path: '^(app|components)/|node_modules/(next|react|react-dom)/' },
    ),
    forbid(
      'pure-rooms-stay-pure',
      'A pure room runs in a browser without a database: no node, Next, React or db. Pass what it needs as an argument.',
      { path: pure },
      {
        path: '^(app|components|db|workers|lib/(services|evaluator|auth|http|jobs|actions|env))|node_modules/(next|react|react-dom|better-sqlite3|drizzle-orm|server-only)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'pure-rooms-no-node',
      'A pure room runs in a browser: no node modules.',
      { path: pure },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'rules-know-only-shared',
      'lib/rules stands on zod and lib/shared alone.',
      { path: '^lib/rules/' },
      { path: '^lib/(?!rules/|shared/)' },
    ),
    forbid(
      'shared-is-the-floor',
      'lib/shared is the floor: it imports no other room.',
      { path: '^lib/shared/' },
      { path: '^lib/(?!shared/)' },
    ),
    forbid(
      'rooms-side-by-side',
      'Pure rooms stand on lib/rules and lib/shared (territories on metrics and geo, scoring on metrics too), not on each other.',
      { path: '^lib/(engine|routing|imports|metrics|permissions)/' },
      { path: '^lib/(?!rules/|shared/|engine/|routing/|imports/|metrics/|permissions/)' },
    ),
    forbid(
      'geometry-knows-no-sales-words',
      'lib/geo is flat and round geometry alone: it imports no other room.',
      { path: '^lib/geo/' },
      { path: '^lib/(?!geo/)' },
    ),
    forbid(
      'proxy-only-redirects',
      'The proxy redirects; verbs decide.',
      { path: '^proxy' },
      { path: '^(db|lib/services)/' },
    ),
    forbid(
      'public-doors',
      'e2e and bench use public doors: HTTP, services, pure rooms.',
      { path: '^(e2e|bench)/' },
      { path: '^(db/(?!seed|client|migrate)|components|app)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|db/migrations)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'react-server', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
export default config;
