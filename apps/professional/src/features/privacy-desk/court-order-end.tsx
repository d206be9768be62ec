import { DateInput, type DateParts, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './court-orders.messages.json';

type CourtOrderEndProps = {
  ends: boolean;
  end: DateParts;
  error?: string;
  onEnds: (ends: boolean) => void;
  onEnd: (end: DateParts) => void;
};

/** Until when an order holds: without end, or to the end of a day. */
export function CourtOrderEnd({ ends, end, error, onEnds, onEnd }: CourtOrderEndProps) {
  const t = useT(messages);
  const day = (
    <DateInput
      id="end-date"
      legend={t('court.end-date-legend')}
      hint={t('court.end-date-hint')}
      error={error}
      value={end}
      onChange={onEnd}
    />
  );
  return (
    <Radios
      id="end"
      legend={t('court.end-legend')}
      legendSize="m"
      items={[
        { value: 'NONE', label: t('court.end-none') },
        { value: 'DATE', label: t('court.end-date'), conditional: day },
      ]}
      value={ends ? 'DATE' : 'NONE'}
      onChange={({ target }) => onEnds(target.value === 'DATE')}
    />
  );
}
