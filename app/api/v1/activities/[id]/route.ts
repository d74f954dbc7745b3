import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { removeActivity } from '#lib/services/activities/log-activity.ts';

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeActivity(ctx, params.id));

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
