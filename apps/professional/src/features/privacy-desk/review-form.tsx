import { useCommand } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import { ReviewEmergency } from './desk-commands.ts';
import type { DeskEmergency } from './desk-documents.ts';
import messages from './emergencies.messages.json';
import { FindingForm } from './finding-form.tsx';
import { longestReason } from './reason-field.tsx';

const outcomes = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const;

/** What was found about an emergency: whether it was one, and why so. */
export function ReviewForm({ emergency, onKept }: { emergency: DeskEmergency; onKept: () => void }) {
  const t = useT(messages);
  const { run } = useCommand(ReviewEmergency);
  const review = async (outcome: (typeof outcomes)[number], note: string) => {
    const { data, problem } = await run({ input: { emergency: emergency.id, outcome, note } });
    if (!data) return { problem };
    if (!data.reviewEmergency) return { message: t('emergencies.refused') };
    onKept();
    return undefined;
  };
  return (
    <FindingForm
      id={emergency.id}
      outcomes={outcomes}
      longest={longestReason}
      onSend={review}
      words={{
        legend: t('emergencies.outcome'),
        outcomeOf: (outcome) => t(`emergencies.outcome-${outcome}`),
        hints: { NOT_JUSTIFIED: t('emergencies.outcome-NOT_JUSTIFIED-hint') },
        outcomeMissing: t('emergencies.outcome-missing'),
        label: t('emergencies.note'),
        hint: t('emergencies.note-hint'),
        wordsMissing: t('emergencies.note-missing'),
        wordsLong: t('emergencies.note-long'),
        send: t('emergencies.keep'),
        sending: t('emergencies.saving'),
      }}
    />
  );
}
