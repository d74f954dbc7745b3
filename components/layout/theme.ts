/** Which theme a person asked for; `system` leaves it to the device. */
export type Theme = 'light' | 'dark' | 'system';

/** The cookie the root layout reads, so that the first byte already has the right theme. */
export const THEME_COOKIE = 'tessera_theme';

/** Reads a cookie value; anything unknown means `system`. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Applies a theme to the open page and remembers it for a year. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;
}
