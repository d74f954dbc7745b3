import { publicRoute } from '#lib/http/api-route.ts';
import { health } from '#lib/services/health/health.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = publicRoute(() => toWire(health()));
