import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ListSearch } from './list-search.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const box = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = (value: string) => fireEvent.change(box(), { target: { value } });

it('asks once typing pauses, and only for the last text', () => {
  const onSearch = vi.fn();
  render(<ListSearch placeholder="Name" value="" onSearch={onSearch} />);
  type('pi');
  vi.advanceTimersByTime(100);
  type('pine ');
  expect(onSearch).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(onSearch.mock.calls).toEqual([['pine']]);
});

it('asks at once on Enter and not again after it', () => {
  const onSearch = vi.fn();
  render(<ListSearch placeholder="Name" value="" onSearch={onSearch} />);
  type('oak');
  fireEvent.submit(screen.getByRole('search'));
  vi.advanceTimersByTime(1000);
  expect(onSearch.mock.calls).toEqual([['oak']]);
});

it('follows the address, but never takes back what is being typed', () => {
  const { rerender } = render(<ListSearch placeholder="Name" value="oak" onSearch={() => undefined} />);
  rerender(<ListSearch placeholder="Name" value="" onSearch={() => undefined} />);
  expect(box().value).toBe('');
  type('pin');
  rerender(<ListSearch placeholder="Name" value="p" onSearch={() => undefined} />);
  expect(box().value).toBe('pin');
});
