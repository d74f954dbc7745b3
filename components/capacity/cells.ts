export const headCell = 'h-7 px-2 text-12 font-normal text-ink-3 whitespace-nowrap first:pl-0 last:pr-0';
export const bodyCell = 'h-8 border-t border-line px-2 whitespace-nowrap first:pl-0 last:pr-0';
