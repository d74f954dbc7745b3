import { cva } from 'class-variance-authority';

/** Classes of a button, for links that must look like one. */
export const buttonClass = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap select-none transition-colors [&_svg]:-mx-0.5 [&_svg]:size-3.5 aria-disabled:cursor-default aria-disabled:border-transparent aria-disabled:bg-press aria-disabled:text-ink-3 max-sm:min-h-9',
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover aria-disabled:hover:bg-press',
        secondary:
          'border-line-strong bg-panel text-ink hover:bg-hover aria-disabled:hover:bg-press [&_svg]:text-ink-3',
        ghost:
          'border-transparent font-normal text-ink-2 hover:bg-press hover:text-ink aria-disabled:bg-transparent aria-disabled:hover:bg-transparent aria-disabled:hover:text-ink-3 [&_svg]:text-ink-3',
        danger:
          'border-line-strong bg-panel text-bad-ink hover:border-bad hover:bg-bad-soft aria-disabled:hover:bg-press',
        link: 'border-transparent text-accent-ink underline-offset-2 hover:underline aria-disabled:bg-transparent aria-disabled:no-underline max-sm:min-h-0',
      },
      size: {
        sm: 'h-6 rounded-1 px-2 text-12',
        md: 'h-7 px-2.5 text-13',
        lg: 'h-8 px-3 text-14',
        inline: 'h-auto p-0 text-[length:inherit] leading-[inherit]',
      },
    },
    compoundVariants: [{ variant: 'ghost', size: 'md', class: 'px-2' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);
