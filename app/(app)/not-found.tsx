import { NothingHere } from '#components/layout/nothing-here.tsx';

/** Inside the frame, for records that are gone or not the person's. */
export default function NotFound() {
  return <NothingHere />;
}
