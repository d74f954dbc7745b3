import { beforeEach, describe, expect, it, vi } from 'vitest';
import { record, startHistory, undo } from '#lib/rules/edit/history.ts';
import { condition, draftOf } from '../testing.tsx';
import { keepDraft, readKeptDraft } from './kept-draft.ts';
import { isSameDraft } from '#lib/rules/edit/same-draft.ts';
import { compareKept } from './use-kept-draft.ts';

const first = draftOf(condition('a', 'employees', 'gte', 500));
const second = draftOf(condition('a', 'employees', 'gte', 750));
const history = record(startHistory(first), second);

beforeEach(() => sessionStorage.clear());

describe('a kept draft', () => {
  it('comes back with what can be undone', () => {
    keepDraft('seg_1', { history, savedVersion: 3, isSaved: true });
    expect(readKeptDraft('seg_1')).toEqual({ history, savedVersion: 3, isSaved: true });
    expect(readKeptDraft('seg_2')).toBeNull();
  });

  it('keeps the last steps when there is no room for all', () => {
    const drafts = Array.from({ length: 30 }, (_, at) => draftOf(condition('a', 'employees', 'gte', at)));
    const long = drafts.reduce((so, next) => record(so, next), startHistory(first));
    const room = JSON.stringify(first).length * 12;
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (
      this: Storage,
      key,
      text,
    ) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      this[key] = text;
    });
    keepDraft('seg_1', { history: long, savedVersion: 3, isSaved: false });
    setItem.mockRestore();
    const kept = readKeptDraft('seg_1')?.history;
    expect(kept?.present).toEqual(drafts.at(-1));
    expect(kept?.past.length).toBeGreaterThan(4);
    expect(kept?.past.at(-1)).toEqual(drafts.at(-2));
  });

  it('is left alone when it cannot be read any more', () => {
    sessionStorage.setItem(
      'tessera.draft.seg_1',
      '{"history":{"past":[],"present":{"version":2},"future":[]}}',
    );
    expect(readKeptDraft('seg_1')).toBeNull();
    sessionStorage.setItem('tessera.draft.seg_1', 'not even JSON');
    expect(readKeptDraft('seg_1')).toBeNull();
  });

  it('brings back undo when the page shows it already, whatever the order of keys', () => {
    const stored = { root: second.root, entity: second.entity, version: second.version };
    expect(isSameDraft(stored, second)).toBe(true);
    const found = compareKept({ history, savedVersion: 3, isSaved: true }, { draft: stored, version: 3 });
    expect(found?.is).toBe('same');
    expect(found && undo(found.history).present).toEqual(first);
  });

  it('brings back unsaved edits, with what is stored one step of undo away', () => {
    const theirs = draftOf(condition('z', 'revenue', 'gte', 1));
    const found = compareKept({ history, savedVersion: 3, isSaved: false }, { draft: theirs, version: 4 });
    expect(found?.is).toBe('unsaved');
    expect(found?.history.present).toEqual(second);
    expect(found && undo(found.history).present).toEqual(theirs);
  });

  it('makes no second step of what is stored when this tab made it', () => {
    const third = draftOf(condition('a', 'employees', 'gte', 900));
    const longer = record(history, third);
    const stored = { root: second.root, entity: second.entity, version: second.version };
    const found = compareKept(
      { history: longer, savedVersion: 3, isSaved: false },
      { draft: stored, version: 4 },
    );
    expect(found).toEqual({ is: 'unsaved', history: longer });
    expect(found && undo(undo(found.history)).present).toEqual(first);
  });

  it('beats an older page from the cache, and gives way to what others saved later', () => {
    const kept = { history, savedVersion: 5, isSaved: true };
    expect(compareKept(kept, { draft: first, version: 4 })?.is).toBe('newer');
    expect(compareKept(kept, { draft: first, version: 6 })).toBeNull();
  });
});
