import { type CollisionDetection, type KeyboardCoordinateGetter, pointerWithin } from '@dnd-kit/core';

/** A part of the page that scrolls by itself and holds places to drop: `data-drop-area`. */
const AREA = '[data-drop-area]';

/** Places in a part of the page, from top to bottom. */
function placesIn(area: Element | undefined): HTMLElement[] {
  return [...(area?.querySelectorAll<HTMLElement>('[data-drop]') ?? [])];
}

/**
 * The place under the pointer, or under the corner of what the keyboard moves, unless it is scrolled out of sight.
 */
export const visiblePlace: CollisionDetection = (args) => {
  const { left, top } = args.collisionRect;
  const at = args.pointerCoordinates ?? { x: left, y: top };
  return pointerWithin({ ...args, pointerCoordinates: at }).filter(({ id }) => {
    const node = args.droppableContainers.find((place) => place.id === id)?.node.current;
    const box = node?.closest(AREA)?.getBoundingClientRect();
    return box !== undefined && box.top <= at.y && at.y <= box.bottom;
  });
};

/** Up and down go from place to place, left and right from one part of the page to the other. */
export const nextPlace: KeyboardCoordinateGetter = (event, { context: { over } }) => {
  const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[event.code];
  if (by === undefined) return undefined;
  event.preventDefault();
  const areas = [...document.querySelectorAll(AREA)];
  const current = document.querySelector(`[data-drop="${CSS.escape(String(over?.id ?? ''))}"]`);
  const from = areas.findIndex((area) => area.contains(current));
  const isSideways = event.code === 'ArrowLeft' || event.code === 'ArrowRight';
  let next: HTMLElement | undefined;
  if (isSideways || from < 0) {
    const to = isSideways && from >= 0 ? from + by : event.code === 'ArrowRight' ? areas.length - 1 : 0;
    next = placesIn(areas[to])[0];
  } else {
    const places = placesIn(areas[from]);
    next = places[places.findIndex((place) => place === current) + by];
  }
  if (!next) return undefined;
  next.scrollIntoView({ block: 'nearest' });
  const { left, top, height } = next.getBoundingClientRect();
  return { x: left + 8, y: top + height / 2 };
};
