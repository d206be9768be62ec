import { DateInput, Radios, Select } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type End, faultOfEnd } from './end.ts';
import messages from './give.messages.json';

type EndChoiceProps = {
  value: End;
  error?: string;
  onChange: (end: End) => void;
  /** The team whose care may end it; left out where there is none. */
  team?: string;
  /** Discussions whose end may end it. */
  threads?: readonly { id: string; subject: string | null }[];
};

/** Gives what is wrong with an end in words; undefined when it can be sent. */
export function useEndFault(): (end: End) => string | undefined {
  const t = useT(messages);
  return (end) => {
    const fault = faultOfEnd(end);
    return fault ? t(fault) : undefined;
  };
}

/** When access ends by itself: no end date unless one is chosen. */
export function EndChoice({ value, error, onChange, team, threads = [] }: EndChoiceProps) {
  const t = useT(messages);
  const date = (
    <DateInput
      id="end-date"
      legend={t('give.end-date-legend')}
      hint={t('give.end-date-hint')}
      error={value.kind === 'DATE' ? error : undefined}
      value={value.date}
      onChange={(parts) => onChange({ ...value, date: parts })}
    />
  );
  const discussion = (
    <Select
      id="end-thread"
      label={t('give.end-thread-label')}
      withEmpty
      error={value.kind === 'THREAD' ? error : undefined}
      options={threads.map(({ id, subject }) => ({ value: id, label: subject ?? '' }))}
      value={value.thread}
      onChange={(event) => onChange({ ...value, thread: event.target.value })}
    />
  );
  const items = [
    { value: 'NONE', label: t('give.end-none'), hint: t('give.end-none-hint') },
    { value: 'DATE', label: t('give.end-date'), conditional: date },
    ...(team ? [{ value: 'DISCHARGE', label: t('give.end-discharge', { team }) }] : []),
    ...(threads.length > 0
      ? [{ value: 'THREAD', label: t('give.end-thread'), conditional: discussion }]
      : []),
  ];
  return (
    <Radios
      id="end"
      legend={t('give.end')}
      legendSize="m"
      items={items}
      value={value.kind}
      onChange={(event) => onChange({ ...value, kind: event.target.value as End['kind'] })}
    />
  );
}
