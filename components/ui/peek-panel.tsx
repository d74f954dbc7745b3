'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { IconButton } from './icon-button.tsx';

/**
 * A record beside its list, not over it: the list keeps focus and its keys. Esc closes it when nothing above it is open.
 * Place it as the last child of a `flex min-h-0` row; below 1024 px it covers the list.
 */
export function PeekPanel({
  title,
  header,
  onClose,
  actions,
  footer,
  width = 404,
  children,
}: {
  title: string;
  /** Stands in the row of the close button: name, score. */
  header?: ReactNode;
  onClose?: () => void;
  actions?: ReactNode;
  footer?: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  useEffect(() => {
    if (!onClose) return;
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
        return;
      onClose?.();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside
      aria-label={title}
      style={{ width }}
      className="flex min-h-0 shrink-0 flex-col border-l border-line bg-panel max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-pop max-sm:w-full!"
    >
      {(onClose || actions || header) && (
        <div className="flex min-h-9 shrink-0 items-start gap-1 py-1.5 pr-2 pl-4">
          <div className="min-w-0 flex-1 self-center">{header}</div>
          {actions}
          {onClose && (
            <IconButton label="Close" keys={['Esc']} onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      )}
      <div className="relative min-h-0 flex-1 overflow-auto">{children}</div>
      {footer && <footer className="shrink-0 border-t border-line px-4 py-3">{footer}</footer>}
    </aside>
  );
}
