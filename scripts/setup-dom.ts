import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { toast } from 'sonner';
import { afterEach } from 'vitest';
import { toasterStands } from '#components/ui/toaster-call.ts';

afterEach(() => {
  cleanup();
  // What still waits for a place to appear in would appear in another test's.
  toasterStands(toast)();
  toast.dismiss();
});
// Parts that load when they are used take their time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out; virtual lists read these and would draw no row.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
HTMLElement.prototype.scrollIntoView ??= () => {};
HTMLElement.prototype.scrollTo ??= () => {};
