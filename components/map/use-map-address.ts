'use client';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { colourings } from './colouring.ts';

const parsers = {
  map: parseAsStringLiteral(['us', 'world'] as const).withDefault('us'),
  colour: parseAsStringLiteral(colourings).withDefault('territory'),
  /** A state whose counties are shown. */
  state: parseAsString,
  /** Names of areas instead of accounts. */
  areas: parseAsBoolean.withDefault(false),
};

/** What the map shows and how, kept in the address. */
export function useMapAddress() {
  const [address, setAddress] = useQueryStates(parsers, { history: 'replace' });
  return { address, setAddress };
}

export type MapAddress = ReturnType<typeof useMapAddress>['address'];
