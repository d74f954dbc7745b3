import { z } from 'zod';

/** The parts of our OpenAPI document that the page shows. */

export type Schema = {
  type?: string | string[] | undefined;
  description?: string | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  additionalProperties?: boolean | Schema | undefined;
  format?: string | undefined;
  default?: unknown;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    items: schema.optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    additionalProperties: z.union([z.boolean(), schema]).optional(),
    format: z.string().optional(),
    default: z.unknown().optional(),
  }),
);

const content = z.record(z.string(), z.looseObject({ schema: schema.optional() }));

const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  'x-permission': z.string().optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema,
      }),
    )
    .default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: content.optional() })),
});
export type DocOperation = z.output<typeof operation>;

export const apiDocSchema = z.looseObject({
  info: z.looseObject({ version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});
export type ApiDoc = z.output<typeof apiDocSchema>;

/** A type in a word or two: `text`, `number or null`, `list of objects`. */
export function typeWords(one: Schema): string {
  if (one.const !== undefined) return JSON.stringify(one.const);
  if (one.enum) return one.enum.map((value) => JSON.stringify(value)).join(' · ');
  const branches = one.anyOf ?? one.oneOf;
  if (branches) return [...new Set(branches.map(typeWords))].join(' or ');
  if (one.items) return `list of ${typeWords(one.items)}`;
  const types = Array.isArray(one.type) ? one.type : [one.type ?? 'anything'];
  const words = types.map((type) => (type === 'string' ? (one.format ?? 'text') : type));
  return words.join(' or ');
}

/** Properties of an object, of a list's items, or of the first branch that has some. */
export function propertiesOf(one: Schema): [string, Schema, boolean][] {
  const holder = one.properties
    ? one
    : (one.items ?? (one.anyOf ?? one.oneOf)?.find((branch) => propertiesOf(branch).length > 0));
  if (!holder) return [];
  if (holder !== one) return propertiesOf(holder);
  return Object.entries(one.properties ?? {}).map(([name, property]) => [
    name,
    property,
    one.required?.includes(name) ?? false,
  ]);
}
