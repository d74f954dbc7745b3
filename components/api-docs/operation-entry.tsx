import { type Action, actions, roleLabels } from '#lib/permissions/roles.ts';
import type { DocOperation } from './document.ts';
import { SchemaTree } from './schema-tree.tsx';

/** One call: a line that opens to its parameters, body and answer. */
export function OperationEntry({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: DocOperation;
}) {
  const parameters = operation.parameters.filter(
    (one) => one.in !== 'path' && one.name !== 'Idempotency-Key',
  );
  const body = operation.requestBody?.content;
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  return (
    <details id={operation.operationId} className="group border-b border-line">
      <summary className="flex min-h-8 flex-wrap items-center gap-x-3 px-4 py-1 hover:bg-hover">
        <code className="w-14 shrink-0 font-mono text-12 font-semibold text-ink-2">
          {method.toUpperCase()}
        </code>
        <code className="min-w-0 font-mono text-12 break-all">{path}</code>
        <span className="text-ink-2">{operation.summary}</span>
        <span className="ml-auto text-12 text-ink-3">{whoMay(operation['x-permission'])}</span>
      </summary>
      <div className="grid gap-4 bg-sunken px-4 py-3 lg:grid-cols-2">
        <div className="grid content-start gap-3">
          {parameters.length > 0 && (
            <section>
              <h3 className="text-12 font-medium text-ink-3">Parameters</h3>
              <SchemaTree
                schema={{
                  properties: Object.fromEntries(
                    parameters.map((one) => [one.name, { ...one.schema, description: one.description }]),
                  ),
                  required: parameters.filter((one) => one.required).map((one) => one.name),
                }}
              />
            </section>
          )}
          {body &&
            Object.entries(body).map(([type, { schema }]) => (
              <section key={type}>
                <h3 className="text-12 font-medium text-ink-3">Body · {type}</h3>
                {schema && <SchemaTree schema={schema} />}
              </section>
            ))}
          {parameters.length === 0 && !body && <p className="text-ink-3">Takes nothing but its path.</p>}
        </div>
        <section>
          <h3 className="text-12 font-medium text-ink-3">Answers {status}</h3>
          {Object.entries(success?.content ?? {}).map(([type, { schema }]) => (
            <div key={type}>
              <p className="text-12 text-ink-3">{type}</p>
              {schema && <SchemaTree schema={schema} />}
            </div>
          ))}
          {!success?.content && <p className="text-ink-2">Nothing more.</p>}
        </section>
      </div>
    </details>
  );
}

function whoMay(needs: string | undefined): string {
  if (needs === undefined) return 'Everybody, without a token';
  if (needs === 'signedIn') return 'Everybody with access';
  const action = actions[needs as Action];
  return action.roles.map((role) => roleLabels[role]).join(', ');
}
