import { apiRoute } from '#lib/http/api-route.ts';
import { signOutPerson } from '#lib/services/users/change.ts';

export const POST = apiRoute<'id'>(({ ctx, params }) => signOutPerson(ctx, params.id));
