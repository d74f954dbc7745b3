import { dayWords, instantWords } from '#components/accounts/day-words.ts';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { Track } from '#components/ui/track.tsx';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount, formatInstant, formatNumber } from '#lib/shared/format.ts';
import type { WorkList } from '#lib/shared/work-shapes.ts';

const planTitle =
  'Touches due this morning, spread evenly over the working days left in the month and rounded up. What is done today is added back, so the plan stands still during the day.';

function nextMeeting(list: WorkList, timeZone: string): string {
  const { nextAt } = list.meetings;
  if (nextAt === null) return 'none ahead';
  const time = formatInstant(nextAt, timeZone).slice(-5);
  return `next: ${instantWords(nextAt, list.todayOn, timeZone)} ${time}`;
}

/** The figures of a list of work. On a phone the first two. */
export function WorkStats({ list, timeZone }: { list: WorkList; timeZone: string }) {
  const { book, today, replies, meetings } = list;
  const isToday = today.dayOn === list.todayOn;
  const listed = book.accounts - book.snoozed;
  const wide = 'max-sm:hidden';
  return (
    <StatRow className="max-sm:grid max-sm:grid-cols-2">
      <StatBlock
        size="lg"
        value={formatNumber(book.due)}
        label={book.due === 1 ? 'touch due' : 'touches due'}
        fact={`by ${dayWords(list.monthEndOn, list.todayOn)}, ${formatCount(book.dueAccounts, 'account')}`}
        title="The tier’s lower bound less the touches of this calendar month, over all accounts of the list."
      />
      <div className="flex min-w-52 flex-col justify-center gap-1.5 py-3 max-sm:min-w-0" title={planTitle}>
        <p className="flex items-baseline gap-2">
          <span className="font-medium">{isToday ? 'Today' : 'Today, ahead'}</span>
          <span className="ml-auto text-12 text-ink-3">
            <span className="text-ink-2">{formatNumber(today.done)}</span>{' '}
            {today.planned === 0 ? 'done' : `of ${formatNumber(today.planned)} done`}
          </span>
        </p>
        <Track share={today.planned === 0 ? 1 : today.done / today.planned} tone="accent" height={8} />
        {!isToday && <p className="text-12 text-ink-3">plan of {weekdayOf(today.dayOn)}</p>}
      </div>
      <StatBlock
        className={wide}
        value={formatNumber(replies.count)}
        label={replies.count === 1 ? 'reply' : 'replies'}
        fact={replies.slaHours === null ? 'to answer' : `answer within ${formatNumber(replies.slaHours)} h`}
        factTone={replies.count > 0 ? 'caution' : 'none'}
        title="Replies of the last 30 days that nobody answered yet; negative and automatic ones aside."
      />
      <StatBlock
        className={wide}
        value={formatNumber(meetings.count)}
        label={meetings.count === 1 ? 'meeting this week' : 'meetings this week'}
        fact={nextMeeting(list, timeZone)}
        title="Scheduled from Monday to Sunday; on a weekend those of the week that follows."
      />
      <StatBlock
        className={wide}
        value={formatNumber(book.doneAccounts)}
        label="done for the month"
        fact={`${formatNumber(book.dueAccounts)} of ${formatNumber(listed)} still owe`}
      />
    </StatRow>
  );
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function weekdayOf(day: number): string {
  return weekdays[(((day + 4) % 7) + 7) % 7] ?? '';
}

/** `as of Nov 19, 09:14` in the workspace's zone. */
export function asOfWords(asOf: number, timeZone: string): string {
  const day = dayWords(dayOfInstant(asOf, timeZone), -1);
  return `as of ${day.replace(/, \d{4}$/, '')}, ${formatInstant(asOf, timeZone).slice(-5)}`;
}
