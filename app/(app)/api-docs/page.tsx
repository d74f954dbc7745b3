import type { Metadata } from 'next';
import { ApiDocs } from '#components/api-docs/api-docs.tsx';
import { apiDocSchema } from '#components/api-docs/document.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { openApiDocument } from '#lib/http/openapi/document.ts';

export const metadata: Metadata = { title: 'API' };

export default async function ApiDocsPage() {
  await pageContext();
  return <ApiDocs document={apiDocSchema.parse(openApiDocument())} />;
}
