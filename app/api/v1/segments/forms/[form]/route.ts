import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { writeRuleForm } from '#lib/services/segments/write-rule-form.ts';
import { ruleFormInput } from '#lib/shared/rule-form-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'form'>(async ({ ctx, params, readJson }) =>
  toWire(writeRuleForm(ctx, params.form, await readJson(ruleFormInput))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
