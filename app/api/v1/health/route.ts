import { publicRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { health } from '#lib/services/health/health.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = publicRoute(() => toWire(health()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
