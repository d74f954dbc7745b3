import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CustomFieldView } from '#lib/shared/field-shapes.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { FieldsPage } from './fields-page.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ refresh: vi.fn(), push: vi.fn(), replace: vi.fn() }),
  usePathname: () => '/settings/fields',
  useSearchParams: () => new URLSearchParams(),
}));

const sent: string[] = [];
beforeEach(() => {
  sent.length = 0;
  // A phone.
  vi.stubGlobal('matchMedia', () => ({
    ...{ matches: true, addEventListener: () => {}, removeEventListener: () => {} },
  }));
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init: RequestInit) => {
      sent.push(`${init.method} ${url}`);
      return new Response(null, { status: 204 });
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const field = (id: string, label: string, usedBy: string[] = []): CustomFieldView => ({
  ...{ id, label, usedBy, entity: 'account', key: `custom.${id}`, type: 'number', unit: null },
  ...{ records: 3, createdAt: 0 },
});

function open(mayEdit: boolean) {
  render(
    <TooltipProvider>
      <FieldsPage fields={[field('fld_1', 'Plants'), field('fld_2', 'Lines', ['Big'])]} mayEdit={mayEdit} />
    </TooltipProvider>,
  );
  return userEvent.setup();
}

it('lets a field be renamed and taken out of use on a phone', async () => {
  const user = open(true);
  await user.click(screen.getByRole('button', { name: 'Actions for Plants' }));
  await user.click(screen.getByRole('menuitem', { name: 'Take out of use' }));
  expect(sent).toEqual(['DELETE /api/v1/fields/custom/fld_1']);
  await user.click(screen.getByRole('button', { name: 'Actions for Lines' }));
  expect(screen.getByRole('menuitem', { name: /Take out of use/ })).toHaveTextContent('Used by Big');
  await user.click(screen.getByRole('menuitem', { name: 'Rename' }));
  expect(await screen.findByRole('dialog')).toBeVisible();
});

it('offers nothing of it to those who may not', () => {
  open(false);
  expect(screen.getByText('Plants')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Actions/ })).toBeNull();
});
