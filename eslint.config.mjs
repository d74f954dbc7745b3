import coreWebVitals from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

const config = [
  {
    ignores: [
      '.next/**',
      'node_modules/**',
      'data/**',
      'db/migrations/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    settings: { react: { version: '19.3' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        {
          selector: 'ExportAllDeclaration:not([exported])',
          message: 'No barrels: import from the file itself.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['db/schema/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['lib/{rules,engine,geo,metrics,scoring,territories,routing,imports,permissions,shared}/**/*.ts'],
    ignores: ['**/*.test.ts', 'lib/**/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'window', message: 'Pure rooms know no browser.' },
        { name: 'document', message: 'Pure rooms know no browser.' },
        { name: 'process', message: 'Only lib/env.ts reads the environment.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument: take `now` from the context.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Chance is an argument: take `random` from the context.',
        },
      ],
    },
  },
  { files: ['{lib,db,workers,scripts,bench,e2e}/**/*.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  { files: ['app/**/page.tsx'], rules: { 'max-lines': ['error', { max: 60 }] } },
  { files: ['scripts/**', 'bench/**', 'e2e/**'], rules: { 'no-console': 'off' } },
];
export default config;
