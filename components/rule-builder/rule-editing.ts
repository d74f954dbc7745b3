'use client';
import { createContext, useContext } from 'react';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Finding } from '#lib/rules/contradictions.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { Draft, Omitted } from '#lib/rules/draft.ts';
import type { RuleInsights } from './insights.ts';

export type EditOptions = {
  /** Edits with the same key in a row are one step of undo. */
  mergeKey?: string;
  /** Said to a screen reader. */
  say?: string;
};

/** What every part of the rules pane shares. */
export type RuleEditing = {
  draft: Draft;
  /** What the draft means now; muted and unfinished parts are left out. */
  definition: SegmentDefinition;
  omitted: ReadonlyMap<string, Omitted>;
  catalog: Catalog;
  /** Calendar and moment included, so that windows are told as dates. */
  words: DescribeContext;
  asOf: number;
  valuesOf: (fieldKey: string) => readonly string[];
  insights: RuleInsights | null;
  /** What is probably not meant; it stands in nobody's way. */
  findings: readonly Finding[];
  /** Shown only to be read: nothing offers to change the rule. */
  isReadOnly: boolean;
  /** Questions that a template left open, by node id. */
  asks: ReadonlyMap<string, string>;
  /** The node that was just added: its value opens by itself. */
  freshId: string | null;
  openId: string | null;
  setOpenId: (id: string | null) => void;
  edit: (next: Draft, options?: EditOptions) => void;
  /** Adds to a group and opens what is to be filled in. */
  add: (rule: Draft['root']['rules'][number], groupId: string) => void;
  /** Moves the focus to a node once it is drawn. */
  focusNode: (id: string) => void;
};

const Editing = createContext<RuleEditing | null>(null);

export const RuleEditingProvider = Editing.Provider;

export function useRuleEditing(): RuleEditing {
  const editing = useContext(Editing);
  if (!editing) throw new Error('This part of the rule builder stands outside of a rule editor.');
  return editing;
}
