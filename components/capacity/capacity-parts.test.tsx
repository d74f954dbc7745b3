import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import { afterEach, expect, it, vi } from 'vitest';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { AssumptionsForm } from './assumptions-form.tsx';
import { CapacityChart } from './capacity-chart.tsx';
import { TeamTable } from './team-table.tsx';
import { TierTable } from './tier-table.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ refresh: () => undefined, push: () => undefined }),
}));
afterEach(() => vi.unstubAllGlobals());

const person = {
  id: 'rep_1',
  name: 'Clara',
  isOpening: false,
  startsOn: '2026-01-07',
  endsOn: null,
  fullTouches: 220,
  rampRate: 0.75,
  presenceRate: 0.5,
  touches: 82.5,
};
const month = {
  month: '2026-06',
  demandTouches: 300,
  rampedTouches: 100,
  rampingTouches: 82.5,
  openingTouches: 0,
  touches: 182.5,
  gapTouches: -117.5,
  timeOffTouches: 82.5,
  attritionTouches: 0,
  people: 1.5,
};
const view = {
  role: 'AE',
  withoutCapacity: 1,
  demandTouches: 300,
  months: [month],
  team: [person, { ...person, id: 'rep_2', name: 'Open AE', isOpening: true, rampRate: 0, touches: 0 }],
} as unknown as CapacityView;

it('shows each place with ramp, presence and what is left of it this month', () => {
  render(<TeamTable view={view} />);
  expect(screen.getByRole('row', { name: /Clara Jan 7, 2026 220 75.% 50.% 83/ })).toBeInTheDocument();
  expect(screen.getByText('open place')).toBeInTheDocument();
  expect(screen.getByText(/1 person without a recorded capacity/)).toBeInTheDocument();
});

it('has the same figures as a table beside the picture', async () => {
  render(
    <TooltipProvider>
      <CapacityChart view={view} facts="2 places" filters="AE" stale={false} />
    </TooltipProvider>,
  );
  expect(
    screen.getByRole('img', { name: /300 touches of demand\. Short in every month/ }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /table/i }));
  expect(screen.getByRole('row', { name: /Jun 2026 1\.5 300 183 100 83 0 83 0 .117/ })).toBeInTheDocument();
});

it('reads a ramp as people type it, and refuses what is no number', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((_url: string, init: RequestInit) => {
      sent.push(JSON.parse(init.body as string));
      return Promise.resolve(Response.json(sent[0]));
    }),
  );
  const assumptions = { role: 'ae', rampCurve: [0.1, 0.5], attritionRate: 0.12, touchHours: 0.5 };
  render(<AssumptionsForm assumptions={assumptions} refusal={null} />);
  const ramp = screen.getByRole('textbox', { name: /Ramp/ });
  expect(ramp).toHaveValue('10, 50');
  await userEvent.clear(ramp);
  await userEvent.type(ramp, '20, x');
  expect(screen.getByText(/Give percents separated by commas/)).toBeInTheDocument();
  await userEvent.clear(ramp);
  await userEvent.type(ramp, '20 60 %{Enter}');
  expect(sent).toEqual([{ role: 'ae', rampCurve: [0.2, 0.6], attritionRate: 0.12, touchHours: 0.5 }]);
});

it('asks for a number of people as it is typed, without leaving the field, and not for every digit', async () => {
  const onPeople = vi.fn();
  const sized = { ...view, people: 15, touchesEach: 214, tiers: [] } as CapacityView;
  render(<TierTable view={sized} onPeople={onPeople} />);
  const field = screen.getByRole('textbox', { name: 'People at full capacity' });
  await userEvent.clear(field);
  await userEvent.type(field, '12');
  expect(onPeople).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onPeople.mock.calls).toEqual([[12]]));
  expect(field).toHaveFocus();
  expect(field).toHaveValue('12');
});
