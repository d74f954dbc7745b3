import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { requestChoices } from '#lib/services/requests/choices.ts';
import { choicesQuerySchema } from '#lib/shared/request-shapes.ts';

export const GET = apiRoute(({ ctx, readQuery }) =>
  requestChoices(ctx, readQuery(choicesQuerySchema).account),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
