import type { Case } from './case.ts';

const version = (value: number | string) => ({ 'if-match': String(value) });
const product = () => ({ name: 'Another product' });
const view = () => ({ page: 'accounts', name: 'Mine', state: {} });

export const platformCases: Record<string, Case> = {
  'GET /health': {},
  'GET /openapi.json': {},
  'GET /search': { query: () => 'q=own' },
  'GET /jobs/{id}': { params: ({ job }) => ({ id: job }), foreignRefusedFor: ['leader', 'rep', 'viewer'] },
  'POST /jobs/{id}/cancel': {
    params: ({ job }) => ({ id: job }),
    foreignRefusedFor: ['leader', 'rep', 'viewer'],
  },
  'GET /settings': {},
  'PUT /settings': { body: () => ({ name: 'Acme', settings: {} }), headers: version(0), answers: 409 },
  'DELETE /demo': {},
  'GET /stages': {},
  'PUT /stages': {
    body: ({ stage }) => ({ items: [{ id: stage, name: 'Discovery', outcome: 'open' }] }),
    headers: version(0),
    answers: 409,
  },
  'GET /products': {},
  'POST /products': { body: product, answers: 201 },
  'PUT /products/{id}': { params: ({ product: id }) => ({ id }), body: () => ({ name: 'Renamed' }) },
  'DELETE /products/{id}': { params: ({ product: id }) => ({ id }) },
  'GET /fields/custom': {},
  'PATCH /fields/custom/{id}': { params: ({ field }) => ({ id: field }), body: () => ({ label: 'Plants' }) },
  'DELETE /fields/custom/{id}': { params: ({ field }) => ({ id: field }) },
  'POST /fields/custom/{id}/restore': { params: ({ field }) => ({ id: field }) },
  'GET /users': {},
  'POST /users': {
    body: () => ({ email: 'new@example.com', name: 'New', role: 'viewer' }),
    answers: 201,
  },
  'GET /users/{id}': { params: ({ user }) => ({ id: user }) },
  'PATCH /users/{id}': { params: ({ user }) => ({ id: user }), body: () => ({ name: 'Renamed' }) },
  'PUT /users/{id}': { params: ({ user }) => ({ id: user }), body: () => ({ name: 'Renamed' }) },
  'POST /users/{id}/invite': { params: ({ user }) => ({ id: user }) },
  'POST /users/{id}/sign-out': { params: ({ user }) => ({ id: user }) },
  'POST /session/password': { body: () => ({ current: 'a', next: 'b' }), answers: 403 },
  'POST /session/sign-out-elsewhere': { answers: 403 },
  'GET /tokens': {},
  'POST /tokens': { body: () => ({ name: 'mine' }), answers: 201 },
  'DELETE /tokens/{id}': {
    params: ({ token }) => ({ id: token }),
    foreignRefusedFor: ['revops', 'leader', 'rep'],
  },
  'GET /audit': {},
  'GET /views': {},
  'POST /views': { body: view, answers: 201 },
  'PUT /views/{id}': {
    params: ({ view: id }) => ({ id }),
    body: view,
    foreignRefusedFor: ['revops', 'leader', 'rep', 'viewer'],
  },
  'DELETE /views/{id}': {
    params: ({ view: id }) => ({ id }),
    foreignRefusedFor: ['revops', 'leader', 'rep', 'viewer'],
  },
};
