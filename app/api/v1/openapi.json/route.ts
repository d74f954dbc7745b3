import { publicRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { openApiDocument } from '#lib/http/openapi/document.ts';

export const GET = publicRoute(() => openApiDocument());

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
