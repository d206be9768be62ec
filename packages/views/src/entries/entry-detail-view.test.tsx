import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anEntry, anEntryPage, aResult } from '../testing/entries.ts';
import { expectNoViolations, show } from '../testing/show.tsx';
import { EntryDetailView } from './entry-detail-view.tsx';
import type { EntryDetailEntry } from './entry-words.ts';
import { TimelineList } from './timeline-list.tsx';

const open = (changes: Partial<EntryDetailEntry> = {}, answers = {}) =>
  show(
    <EntryDetailView entry={anEntryPage(changes)} voice="own" entryTo={(id) => `/entry/${id}`} />,
    answers,
  );

test('a result is said in words first, with the range its sender gave, and passes axe', async () => {
  const { container } = open();
  expect(screen.getByText('Your HbA1c was 51 mmol/mol.')).toBeTruthy();
  expect(container.textContent).toMatch(/above the usual range of 20 to 41/);
  expect(screen.getByText('Priya Shah, Northgate Diabetes Clinic')).toBeTruthy();
  expect(screen.getByText('1 July 2026')).toBeTruthy();
  expect(screen.getByText('2 July 2026 at 11:30am')).toBeTruthy();
  await expectNoViolations(container);
});

test('without a range none is made up', () => {
  const { container } = open({ detail: aResult({ range: null, position: 'NO_RANGE' }) });
  expect(screen.getByText('No usual range was given.')).toBeTruthy();
  expect(container.textContent).not.toMatch(/above|below|in the usual range/);
});

test('a value that is only known to be below something is said so, with its place in words', () => {
  const value = { number: 5, comparator: '<', unit: 'mg/L' };
  open({
    title: 'C-reactive protein',
    detail: aResult({ value, range: { low: 0, high: 5, text: null }, position: 'WITHIN' }),
  });
  expect(screen.getByText(/was less than 5 mg\/L\./)).toBeTruthy();
  expect(screen.getByText('That is in the usual range.')).toBeTruthy();
});

test('each part of a blood pressure has its own sentence', () => {
  const part = (title: string, number: number) => ({
    title,
    text: null,
    value: { number, comparator: null, unit: 'mm[Hg]' },
    range: null,
    position: 'NO_RANGE' as const,
  });
  const components = [part('Systolic blood pressure', 128), part('Diastolic blood pressure', 82)];
  open({
    title: 'Blood pressure',
    detail: aResult({ value: null, range: null, position: 'NO_RANGE', components }),
  });
  expect(screen.getByText(/Your systolic blood pressure was 128\smmHg\./)).toBeTruthy();
  expect(screen.getByText(/Your diastolic blood pressure was 82\smmHg\./)).toBeTruthy();
});

test('a trend is drawn with its numbers in a table', async () => {
  const at = (year: number) => `${year}-07-01T09:00:00.000000+00:00`;
  const points = [2024, 2025, 2026].map((year, index) => ({
    entry: `entry-${index}`,
    at: at(year),
    value: 45 + index * 3,
  }));
  const trend = {
    title: 'HbA1c',
    unit: 'mmol/mol',
    range: { low: 20, high: 41 },
    lines: [{ title: 'HbA1c', points }],
  };
  const { container } = open(
    { hasTrend: true },
    { EntryTrend: { data: { entry: { id: 'entry-1', record: { id: 'r', trend } } } } },
  );
  await waitFor(() => expect(container.querySelector('table')).toBeTruthy(), { timeout: 4_000 });
  expect(container.querySelector('table')?.textContent).toMatch(/48/);
  await expectNoViolations(container);
});

test('an entry entered in error says so before anything else', () => {
  const { container } = open({ status: 'ENTERED_IN_ERROR' });
  expect(container.textContent?.indexOf('Do not rely on it')).toBeLessThan(
    container.textContent?.indexOf('Your HbA1c') ?? 0,
  );
});

test('a timeline stands under its years, and says a year once over two pages', async () => {
  const entries = [
    anEntry(),
    anEntry({
      id: 'entry-2',
      title: 'Asthma',
      kind: 'CONDITION',
      occurredAt: '2025-02-01',
      label: 'UNLABELLED',
    }),
    anEntry({ id: 'entry-3', title: 'Penicillin', kind: 'ALLERGY', occurredAt: null }),
  ];
  const { container } = show(<TimelineList entries={entries} entryTo={(id) => id} yearBefore="2026" />);
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
    '2025',
    'No date given',
  ]);
  expect(screen.getByText('Not sorted yet')).toBeTruthy();
  await expectNoViolations(container);
});
