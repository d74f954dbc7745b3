'use client';
import { useEffect, useState } from 'react';
import { type Boundaries, loadShapes, type MapView } from './boundaries.ts';
import type { Shape } from './shape.ts';
import type { ViewportControl } from './use-viewport.ts';

/** From here on the world is drawn with its finer boundaries. */
const CLOSE = 2.2;
const NONE: readonly Shape[] = [];

type Loaded = Partial<Record<Boundaries, Shape[]>>;

/** The boundaries that a view needs, asked for when it does; null while they come. */
export function useShapes(view: MapView, state: string | null, viewport: ViewportControl) {
  const { onMove, current, wholeScale } = viewport;
  const [loaded, setLoaded] = useState<Loaded>({});
  const [isClose, setClose] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(
    () => onMove(() => setClose(current().scale > wholeScale * CLOSE)),
    [onMove, current, wholeScale],
  );
  const isWorldClose = view === 'world' && isClose;
  useEffect(() => {
    let isGone = false;
    const wanted: Boundaries[] = view === 'us' ? ['states'] : ['countries'];
    if (isWorldClose) wanted.push('countriesClose');
    if (state !== null) wanted.push('counties');
    for (const name of wanted) {
      loadShapes(name).then(
        (shapes) => {
          if (!isGone) setLoaded((now) => (now[name] ? now : { ...now, [name]: shapes }));
        },
        () => !isGone && setFailed(true),
      );
    }
    return () => {
      isGone = true;
    };
  }, [view, state, isWorldClose]);
  const states = loaded.states ?? NONE;
  const home = state === null ? undefined : states.find(({ code }) => code === state);
  const regions =
    view === 'us' ? states : ((isWorldClose ? loaded.countriesClose : undefined) ?? loaded.countries ?? NONE);
  const counties = home ? (loaded.counties ?? NONE).filter(({ id }) => id.startsWith(home.id)) : NONE;
  return { regions, counties, home: home ?? null, hasFailed, isLoading: regions.length === 0 };
}
