import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { all, any, definition, has, inSegment, is } from '#lib/rules/testing/rule-makers.ts';
import { ruleForms } from '#lib/shared/rule-form-shapes.ts';
import { createSegment } from './create.ts';
import { publishSegment } from './publish.ts';
import { writeRuleForm } from './write-rule-form.ts';

useTempStore();
const ctx = testContext({ actor: { kind: 'user', userId: null, name: 'Dara Winslade', role: 'revops' } });
const big = definition(all(is('employees', 'gte', 500)));

test('a rule comes in every form, with when its dates were read', () => {
  for (const form of ruleForms) {
    const written = writeRuleForm(ctx, form, { definition: big, name: 'Big ones' });
    expect(written).toMatchObject({ form, issues: [], asOf: ctx.now });
    expect(written.text, form).toMatch(/500/);
  }
  expect(writeRuleForm(ctx, 'postgresql', { definition: big, name: 'Big ones' }).text).toMatch(
    /^-- Big ones\n/,
  );
  expect(writeRuleForm(ctx, 'english', { definition: big }).text).toBe(
    'Accounts with at least 500 employees.',
  );
});

test('what a form cannot say is named with its place, and then there is no text', () => {
  const rule = definition(all(is('employees', 'gte', 500), any(has('technology'), is('name', 'eq', 'a\0b'))));
  expect(writeRuleForm(ctx, 'soql', { definition: rule })).toMatchObject({
    text: null,
    issues: [{ path: '/root/rules/1/rules/0', code: 'not_expressible' }],
  });
  expect(writeRuleForm(ctx, 'sqlite', { definition: rule })).toMatchObject({
    text: null,
    issues: [{ path: '/root/rules/1/rules/1/value', code: 'not_expressible' }],
  });
});

test('a segment that a rule names is written as its rule', async () => {
  const { id } = await createSegment(ctx, { name: 'Big', definition: big });
  await publishSegment(ctx, id, {});
  const rule = definition(all(inSegment(id, { member: false })));
  expect(writeRuleForm(ctx, 'sqlite', { definition: rule }).text).toContain(
    'WHERE NOT COALESCE(a.employees >= 500, FALSE);',
  );
});

test('JsonLogic can be pasted, copied as JsonLogic it comes back the same', async () => {
  const logic = JSON.parse(writeRuleForm(ctx, 'json-logic', { definition: big }).text ?? '') as unknown;
  const { draft } = await createSegment(ctx, { name: 'Pasted', pastedRule: logic });
  expect(draft.root).toMatchObject({
    op: 'all',
    rules: [{ field: 'employees', operator: 'gte', value: 500 }],
  });
});

test('a form that there is not and a rule with faults are refused', () => {
  expect(() => writeRuleForm(ctx, 'cobol', { definition: big })).toThrow(/no form "cobol"/);
  const wrong = definition(all(is('nonsense', 'eq', 'x')));
  expect(() => writeRuleForm(ctx, 'sqlite', { definition: wrong })).toThrow(
    expect.objectContaining({
      code: 'invalid',
      issues: [expect.objectContaining({ path: '/definition/root/rules/0/field' })],
    }),
  );
});
