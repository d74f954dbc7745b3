import { apiRoute } from '#lib/http/api-route.ts';
import { removeActivity } from '#lib/services/activities/log-activity.ts';

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeActivity(ctx, params.id));
