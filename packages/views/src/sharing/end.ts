import { type DateParts, dayKey, endOfDay } from '@heldwell/ui';
import type { ShownEnd } from './end-words.ts';

/** When access is to end: never by itself, on a day, with a team's care, or with a discussion. */
export type End = { kind: 'NONE' | 'DATE' | 'DISCHARGE' | 'THREAD'; date: DateParts; thread: string };

/** The end of access as the server takes it. */
export type EndInput = {
  validUntil: string | null;
  untilDischargedBy: string | null;
  untilThreadClosed: string | null;
};

/** No end date. */
export const noEnd: End = { kind: 'NONE', date: { day: '', month: '', year: '' }, thread: '' };

/** The end that a grant has now, as far as it is known. */
export function endOf(grant: ShownEnd): End {
  if (grant.endsWithTeam) return { ...noEnd, kind: 'DISCHARGE' };
  if (grant.endsWithThread) return { ...noEnd, kind: 'THREAD', thread: grant.endsWithThread.id };
  if (!grant.validUntil) return noEnd;
  const [year = '', month = '', day = ''] = dayKey(grant.validUntil).split('-');
  return { ...noEnd, kind: 'DATE', date: { day: String(Number(day)), month: String(Number(month)), year } };
}

/** Whether two ends are one: parts of a date that is not chosen do not count. */
export const isSameEnd = (one: End, other: End): boolean =>
  one.kind === other.kind &&
  one.thread === other.thread &&
  (one.kind !== 'DATE' || endOfDay(one.date)?.getTime() === endOfDay(other.date)?.getTime());

/** The message id of what is wrong with an end; null when it can be sent. */
export function faultOfEnd({ kind, date, thread }: End, now = new Date()) {
  if (kind === 'THREAD') return thread ? null : 'give.end-thread-missing';
  if (kind !== 'DATE') return null;
  const end = endOfDay(date);
  if (!end) return 'give.end-date-missing';
  return end > now ? null : 'give.end-date-past';
}

/** The end as the server takes it; `team` is the one whose care may end it. */
export function endInput(end: End, team: string | null): EndInput {
  return {
    validUntil: end.kind === 'DATE' ? (endOfDay(end.date)?.toISOString() ?? null) : null,
    untilDischargedBy: end.kind === 'DISCHARGE' ? team : null,
    untilThreadClosed: end.kind === 'THREAD' ? end.thread : null,
  };
}

type Listed = { id: string; subject: string | null; state: string };

/** Discussions that access may end with: one that has ended ends nothing more. */
export const openThreads = (threads: readonly Listed[]): Listed[] =>
  threads.filter(({ state }) => state !== 'CLOSED');
