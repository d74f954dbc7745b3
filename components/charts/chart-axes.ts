/** Looks shared by the axes and grids of all charts. */
export const tick = { fontSize: 11, fill: 'var(--text-3)' } as const;
export const gridLine = { stroke: 'var(--chart-grid)', vertical: false } as const;
export const margin = { top: 18, right: 4, bottom: 0, left: 0 } as const;
/** What the chart measures before the browser has. */
export const firstSize = { width: 640, height: 280 } as const;
