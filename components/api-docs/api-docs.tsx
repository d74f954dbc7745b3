import { AppLink } from '../ui/app-link.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import type { ApiDoc } from './document.ts';
import { OperationEntry } from './operation-entry.tsx';

/** The API for people: how to begin, then every call by subject. */
export function ApiDocs({ document }: { document: ApiDoc }) {
  const origin = document.servers[0]?.url ?? '/api/v1';
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title="API"
        facts={`version ${document.info.version} · ${calls.length} calls`}
        actions={
          <a href="/api/v1/openapi.json" className="text-accent-ink underline underline-offset-2">
            OpenAPI document
          </a>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="grid max-w-240 gap-3 px-4 py-4">
          <p className="text-ink-2">{document.info.description.replaceAll('`', '')}</p>
          <p className="text-ink-2">
            Make a token in{' '}
            <AppLink href="/settings/tokens" className="text-accent-ink underline underline-offset-2">
              Settings
            </AppLink>{' '}
            and send it with every call. Refusals are{' '}
            <code className="font-mono text-12">application/problem+json</code> with a sentence in{' '}
            <code className="font-mono text-12">detail</code>.
          </p>
          <CodeBlock code={`curl -H "Authorization: Bearer $TOKEN" ${origin}/segments`} what="Example" />
        </div>
        {document.tags.map(({ name }) => (
          <section key={name}>
            <SectionHeader
              title={name}
              className="sticky top-0 z-10 border-y border-line bg-panel px-4"
              fact={`${calls.filter((call) => call.operation.tags.includes(name)).length}`}
            />
            {calls
              .filter((call) => call.operation.tags.includes(name))
              .map((call) => (
                <OperationEntry key={call.operation.operationId} {...call} />
              ))}
          </section>
        ))}
      </div>
    </div>
  );
}
