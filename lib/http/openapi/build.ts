import { z } from 'zod';
import { mediaTypes } from '#lib/shared/table-file/table-file.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Operation } from './operation.ts';

type JsonObject = { [key: string]: unknown };

const refusals: Record<string, string> = {
  '400': 'Malformed: not JSON, a wrong content type, a missing If-Match.',
  '401': 'No token, or one that is unknown, expired or revoked.',
  '403': 'The role or the reach of this person does not allow it.',
  '404': 'There is no such record.',
  '409': 'Someone else changed it: `current` holds what is stored now.',
  '413': 'The body is too large.',
  '422': 'Valid JSON with a wrong meaning: `issues` say where and why.',
  '429': 'Too many tries.',
};

/** The OpenAPI 3.1 document of all operations. */
export function buildOpenApi(operations: readonly Operation[], origin: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera',
      version: packageJson.version,
      description:
        'Everything a person can do in the interface, through the same rules, permissions and errors. ' +
        'Instants are ISO-8601 with Z, days YYYY-MM-DD, rates 0–1, money in the workspace currency. ' +
        'Lists answer items and nextCursor; pass it as cursor to go on. A parameter that is not described is refused. ' +
        'Idempotency-Key is honoured on POST.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'Why it was refused (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describe(operation: Operation): JsonObject {
  const parameters = [
    ...pathParameters(operation.path),
    ...queryParameters(operation),
    ...headers(operation),
  ];
  return {
    operationId: operationId(operation),
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.needs === 'public' ? { security: [] } : { 'x-permission': operation.needs }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(operation),
    responses: responses(operation),
  };
}

/** `PUT /segments/{id}` → `putSegmentsById`. */
export function operationId({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  const words = path.split('/').filter(Boolean);
  const name = words.map((word) => {
    const isParameter = word.startsWith('{');
    const plain = word.replace(/[{}]/g, '').replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
    return `${isParameter ? 'By' : ''}${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  });
  return method.toLowerCase() + name.join('');
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): JsonObject[] {
  if (!query) return [];
  return Object.entries(query.shape).map(([name, schema]) => {
    const json = toJsonSchema(schema as z.ZodType);
    const { description, ...rest } = json;
    return {
      name,
      in: 'query',
      required: !(schema as z.ZodType).safeParse(undefined).success,
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}

function headers({ method, ifMatch }: Operation): JsonObject[] {
  const list: JsonObject[] = [];
  if (ifMatch) {
    list.push({
      name: 'If-Match',
      in: 'header',
      required: ifMatch === 'required',
      description: 'The version that was read, for example "7".',
      schema: { type: 'string' },
    });
  }
  if (method === 'POST') {
    list.push({
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Sent again with the same key, a request is answered as the first time.',
      schema: { type: 'string', maxLength: 200 },
    });
  }
  return list;
}

function requestBody({ body, parts }: Operation): JsonObject {
  if (body) {
    return {
      requestBody: { required: true, content: { 'application/json': { schema: toJsonSchema(body) } } },
    };
  }
  if (!parts) return {};
  const properties = Object.fromEntries(
    Object.entries(parts).map(([name, description]) => [name, { type: 'string', description }]),
  );
  return { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', properties } } } } };
}

function responses(operation: Operation): JsonObject {
  const { answer, file, status } = operation;
  const code = status ?? (answer || file ? 200 : 204);
  const content: JsonObject = {};
  if (answer) content['application/json'] = { schema: toJsonSchema(answer) };
  if (file) {
    content[mediaTypes.csv] = { schema: { type: 'string' } };
    content[mediaTypes.xlsx] = { schema: { type: 'string', contentMediaType: mediaTypes.xlsx } };
  }
  const success = { description: operation.summary, ...(Object.keys(content).length > 0 ? { content } : {}) };
  return Object.fromEntries([
    [String(code), success],
    ...refusalCodes(operation).map((refusal) => [
      refusal,
      { $ref: '#/components/responses/Problem', description: refusals[refusal] },
    ]),
  ]);
}

function refusalCodes({ body, path, ifMatch, needs }: Operation): string[] {
  const codes: string[] = [];
  if (body || ifMatch === 'required') codes.push('400');
  if (needs !== 'public') codes.push('401', '403');
  if (path.includes('{')) codes.push('404');
  if (ifMatch) codes.push('409');
  if (body) codes.push('413');
  // No call takes a parameter that it does not know.
  return [...codes, '422'];
}

/** As it stands on the wire: what the schema takes in, since answers are read back with the same schema. */
function toJsonSchema(schema: z.ZodType): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return json;
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people.' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string', description: 'JSON pointer into the body, or the name of a parameter.' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    current: { description: 'With 409: what is stored now.' },
  },
};
