import { Card, Details, SummaryList, Tag, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { DeskEmergency } from './desk-documents.ts';
import messages from './emergencies.messages.json';
import { ReviewForm } from './review-form.tsx';

const colours = { JUSTIFIED: 'green', NOT_JUSTIFIED: 'red' } as const;

/** One record that was opened: who, when, why and for which team, and what came of looking into it. */
export function EmergencyCard({ emergency, onKept }: { emergency: DeskEmergency; onKept: () => void }) {
  const t = useT(messages);
  const format = useFormat();
  const { person, team, patient, reason, openedAt, outcome, note, reviewedBy } = emergency;
  const plain = (words: string) => <span className="hw-plain-text">{words}</span>;
  return (
    <Card heading={t('emergencies.heading', { person, patient })}>
      <p>
        {outcome ? (
          <Tag colour={colours[outcome]}>{t(`emergencies.outcome-${outcome}`)}</Tag>
        ) : (
          <Tag colour="yellow">{t('emergencies.waiting')}</Tag>
        )}
      </p>
      <SummaryList
        rows={[
          { key: t('emergencies.who'), value: `${person}, ${team}` },
          {
            key: t('emergencies.when'),
            value: t('emergencies.open-until', { from: format.dateTime(openedAt) }),
          },
          { key: t('emergencies.reason'), value: plain(reason ?? '') },
          ...(note ? [{ key: t('emergencies.note'), value: plain(note) }] : []),
          ...(reviewedBy ? [{ key: t('emergencies.reviewed-by'), value: reviewedBy }] : []),
        ]}
      />
      {emergency.viewerMayReview && (
        <Details summary={t('emergencies.review-this')}>
          <ReviewForm emergency={emergency} onKept={onKept} />
        </Details>
      )}
      {!outcome && !emergency.viewerMayReview && <p className="hw-quiet">{t('emergencies.own')}</p>}
    </Card>
  );
}
