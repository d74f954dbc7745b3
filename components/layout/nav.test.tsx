import { describe, expect, it } from 'vitest';
import { roles } from '#lib/permissions/roles.ts';
import { isCurrent, navFor, phoneTabsFor, startPage } from './nav.ts';
import { applyTheme, parseTheme } from './theme.ts';

describe('navigation', () => {
  it('starts every role on a page that it may see', () => {
    for (const role of roles) {
      expect(navFor(role).map((item) => item.href)).toContain(startPage(role));
    }
  });

  it('hides what a role may not do', () => {
    const viewer = navFor('viewer').map((item) => item.href);
    expect(viewer).not.toContain('/my');
    expect(viewer).not.toContain('/data');
    expect(viewer).not.toContain('/territories');
  });

  it('gives every place its own letter', () => {
    const letters = navFor('admin').map((item) => item.letter);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('fills three tabs of a phone for every role', () => {
    for (const role of roles) expect(phoneTabsFor(role, navFor(role))).toHaveLength(3);
  });

  it('marks a place on its own pages only', () => {
    expect(isCurrent({ href: '/segments' }, '/segments/seg_1/edit')).toBe(true);
    expect(isCurrent({ href: '/my' }, '/mystery')).toBe(false);
  });
});

describe('theme', () => {
  it('pins the page and the next request, and lets go for the device', () => {
    applyTheme('dark');
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(document.cookie).toContain('tessera_theme=dark');
    applyTheme('system');
    expect(document.documentElement).not.toHaveAttribute('data-theme');
  });

  it('takes anything unknown as the device', () => {
    expect(parseTheme('neon')).toBe('system');
    expect(parseTheme(undefined)).toBe('system');
  });
});
