import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { signOutPerson } from '#lib/services/users/change.ts';

export const POST = apiRoute<'id'>(({ ctx, params }) => signOutPerson(ctx, params.id));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
