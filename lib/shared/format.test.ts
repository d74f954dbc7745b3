import { describe, expect, it } from 'vitest';
import { parseIsoDay } from './days.ts';
import {
  formatBytes,
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatNumber,
  formatRate,
  formatRelative,
  formatSigned,
} from './format.ts';

describe('figures', () => {
  it('groups thousands and rounds', () => {
    expect(formatNumber(12345.678)).toBe('12,346');
    expect(formatNumber(12345.678, { digits: 1 })).toBe('12,345.7');
    expect(formatNumber(1_284_000, { compact: true })).toBe('1.3M');
  });

  it('writes money in its currency, without cents unless asked', () => {
    expect(formatMoney(1250000.4, 'USD')).toBe('$1,250,000');
    expect(formatMoney(1250000, 'EUR', { compact: true })).toBe('€1.3M');
    expect(formatMoney(9.5, 'USD', { digits: 2 })).toBe('$9.50');
  });

  it('writes rates of 0 to 1 as percent and differences with a sign', () => {
    expect(formatRate(0.31)).toBe('31.0\u00a0%');
    expect(formatRate(0.31, { digits: 0 })).toBe('31\u00a0%');
    expect(formatSigned(120)).toBe('+120');
    expect(formatSigned(-43)).toBe('−43');
    expect(formatSigned(0)).toBe('0');
  });

  it('counts with a noun, and bytes', () => {
    expect(formatCount(1, 'account')).toBe('1 account');
    expect(formatCount(2140, 'account')).toBe('2,140 accounts');
    expect(formatBytes(1_234_567)).toBe('1.2 MB');
    expect(formatBytes(0)).toBe('0 B');
  });
});

describe('dates', () => {
  it('keeps a calendar day what it is in every zone of the machine', () => {
    expect(formatDay(parseIsoDay('2026-11-22') ?? 0)).toBe('Nov 22, 2026');
  });

  it('shows an instant in the given zone', () => {
    const ms = Date.UTC(2026, 10, 22, 3, 5);
    expect(formatInstant(ms, 'UTC')).toBe('Nov 22, 2026, 03:05');
    expect(formatInstant(ms, 'America/Chicago')).toBe('Nov 21, 2026, 21:05');
  });

  it('says how long ago', () => {
    const now = Date.UTC(2026, 10, 22);
    expect(formatRelative(now - 12_000, now)).toBe('12 s ago');
    expect(formatRelative(now - 1000, now)).toBe('just now');
    expect(formatRelative(now - 86_400_000, now)).toBe('yesterday');
    expect(formatRelative(now + 3 * 86_400_000, now)).toBe('in 3 days');
  });
});
