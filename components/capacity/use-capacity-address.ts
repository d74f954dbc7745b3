'use client';
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTransition } from 'react';

const parsers = {
  role: parseAsString,
  demand: parseAsStringLiteral(['held', 'all']).withDefault('held'),
  people: parseAsInteger,
};

/** What is asked of the capacity page, in its address; a change asks the server anew. */
export function useCapacityAddress() {
  const [isStale, startTransition] = useTransition();
  const [address, setAddress] = useQueryStates(parsers, { shallow: false, history: 'push', startTransition });
  return { address, setAddress, isStale };
}
