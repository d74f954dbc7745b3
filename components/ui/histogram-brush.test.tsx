import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { HistogramBrush } from './histogram-brush.tsx';
import { countAround, type HistogramRange, positionOf, snapTo, stepEdge } from './histogram-scale.ts';

const bins = [
  { from: 1, to: 50, count: 20 },
  { from: 50, to: 200, count: 40 },
  { from: 200, to: 500, count: 30 },
  { from: 500, to: 2000, count: 10 },
];
const edges = [1, 50, 200, 500, 2000];

function Brush({ start, onCommit }: { start: HistogramRange; onCommit: (range: HistogramRange) => void }) {
  const [range, setRange] = useState(start);
  return (
    <HistogramBrush
      label="Employees"
      bins={bins}
      value={range}
      onValueChange={setRange}
      onValueCommit={onCommit}
    />
  );
}

describe('HistogramBrush by keyboard', () => {
  it('moves a limit from bar to bar and opens it at the end', async () => {
    const user = userEvent.setup();
    const onCommit = vi.fn();
    render(<Brush start={{ min: 50, max: 500 }} onCommit={onCommit} />);
    const from = screen.getByRole('slider', { name: 'Employees, from' });
    from.focus();
    await user.keyboard('{ArrowRight}');
    expect(onCommit).toHaveBeenLastCalledWith({ min: 200, max: 500 });
    expect(from).toHaveAttribute('aria-valuenow', '200');
    await user.keyboard('{Home}');
    expect(onCommit).toHaveBeenLastCalledWith({ min: null, max: 500 });
    expect(from).toHaveAttribute('aria-valuetext', 'no lower limit');
  });

  it('writes two close limits apart, and far ones under their handles', () => {
    const { rerender } = render(
      <HistogramBrush label="Employees" bins={bins} value={{ min: 400, max: 450 }} onValueChange={vi.fn()} />,
    );
    expect(screen.getByText('400').style.transform).toContain('-100%');
    expect(screen.getByText('450').style.transform).toBe('translateX(-4px)');
    rerender(
      <HistogramBrush label="Employees" bins={bins} value={{ min: 50, max: 500 }} onValueChange={vi.fn()} />,
    );
    expect(screen.getByText('50').style.transform).toBe('translateX(-50%)');
  });

  it('never lets the limits cross', async () => {
    const user = userEvent.setup();
    const onCommit = vi.fn();
    render(<Brush start={{ min: 200, max: 500 }} onCommit={onCommit} />);
    screen.getByRole('slider', { name: 'Employees, to' }).focus();
    await user.keyboard('{PageDown}');
    expect(onCommit).toHaveBeenLastCalledWith({ min: 200, max: 200 });
  });

  it('goes to the next border from a typed value between two', async () => {
    const user = userEvent.setup();
    const onCommit = vi.fn();
    render(<Brush start={{ min: null, max: 300 }} onCommit={onCommit} />);
    screen.getByRole('slider', { name: 'Employees, to' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(onCommit).toHaveBeenLastCalledWith({ min: null, max: 500 });
  });
});

describe('the scale', () => {
  it('gives every bar the same width and finds the border back', () => {
    expect(edges.map((edge) => positionOf(edge, edges))).toEqual([0, 0.25, 0.5, 0.75, 1]);
    for (const edge of edges) expect(snapTo(positionOf(edge, edges), edges)).toBe(edge);
    expect(positionOf(125, edges)).toBeCloseTo(0.375);
  });

  it('steps inside its ends', () => {
    expect(stepEdge(1, -1, edges)).toBe(1);
    expect(stepEdge(2000, 3, edges)).toBe(2000);
    expect(stepEdge(300, -1, edges)).toBe(200);
  });

  it('adds the bars up so that nothing is lost', () => {
    expect(countAround(bins, { min: 50, max: 500 })).toEqual({ below: 20, inside: 70, above: 10 });
    expect(countAround(bins, { min: null, max: null })).toEqual({ below: 0, inside: 100, above: 0 });
  });
});
