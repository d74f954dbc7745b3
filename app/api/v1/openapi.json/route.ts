import { publicRoute } from '#lib/http/api-route.ts';
import { openApiDocument } from '#lib/http/openapi/document.ts';

export const GET = publicRoute(() => openApiDocument());
