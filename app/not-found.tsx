import { NothingHere } from '#components/layout/nothing-here.tsx';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col">
      <NothingHere />
    </main>
  );
}
