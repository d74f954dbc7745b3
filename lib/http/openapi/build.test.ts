import { expect, it } from 'vitest';
import { buildOpenApi, operationId } from './build.ts';
import { operations } from './operations.ts';

type Described = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
  security?: unknown[];
};

const document = buildOpenApi(operations, 'http://localhost:3000') as {
  paths: Record<string, Record<string, Described>>;
  components: { responses: Record<string, unknown> };
};

it('describes every operation under a name of its own', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((described) => described.operationId),
  );
  expect(ids).toHaveLength(operations.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(operationId({ method: 'PUT', path: '/segments/{id}' })).toBe('putSegmentsById');
});

it('takes bodies and parameters from the schemas that parse them', () => {
  const invite = document.paths['/users']?.post;
  const body = invite?.requestBody?.content['application/json']?.schema.properties ?? {};
  expect(Object.keys(body)).toEqual(['email', 'name', 'role', 'leaderSees', 'repId']);
  expect(Object.keys(invite?.responses ?? {})).toContain('201');
  const audit = document.paths['/audit']?.get?.parameters?.map(({ name }) => name);
  expect(audit).toEqual(expect.arrayContaining(['user', 'action', 'from', 'to', 'limit', 'cursor']));
  const save = document.paths['/settings']?.put?.parameters;
  expect(save).toContainEqual(expect.objectContaining({ name: 'If-Match', in: 'header', required: true }));
});

it('points only at parts that exist, and needs no token where none is needed', () => {
  const text = JSON.stringify(document);
  for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect((document.components as Record<string, Record<string, unknown>>)[kind ?? '']).toHaveProperty(
      name ?? '',
    );
  }
  expect(document.paths['/health']?.get?.security).toEqual([]);
  expect(document.paths['/users']?.get?.security).toBeUndefined();
});
