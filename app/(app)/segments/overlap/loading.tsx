import { LoadingPage } from '#components/segments/loading-page.tsx';

export default function Loading() {
  return <LoadingPage label="Counting overlaps" />;
}
