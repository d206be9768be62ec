import { useCommand } from '@heldwell/client';
import { Button, ErrorSummary, Radios, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, useCheckedForm } from '@heldwell/views';
import { ReviewEmergency } from './desk-commands.ts';
import type { DeskEmergency } from './desk-documents.ts';
import messages from './emergencies.messages.json';
import { longestReason } from './reason-field.tsx';

const outcomes = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const;
type Values = { outcome: (typeof outcomes)[number] | null; note: string };

/** What was found about an emergency: whether it was one, and why so. */
export function ReviewForm({ emergency, onKept }: { emergency: DeskEmergency; onKept: () => void }) {
  const t = useT(messages);
  const { run } = useCommand(ReviewEmergency);
  const ids = { outcome: `outcome-${emergency.id}`, note: `note-${emergency.id}` };
  const form = useCheckedForm<Values>({
    initial: { outcome: null, note: '' },
    ids,
    check: ({ outcome, note }) => {
      const faults: Faults<Values> = {};
      if (!outcome) faults.outcome = t('emergencies.outcome-missing');
      if (!note.trim()) faults.note = t('emergencies.note-missing');
      else if (note.trim().length > longestReason) faults.note = t('emergencies.note-long');
      return faults;
    },
    send: async ({ outcome, note }) => {
      if (!outcome) return undefined;
      const { data, problem } = await run({ input: { emergency: emergency.id, outcome, note: note.trim() } });
      if (!data) return { problem };
      if (!data.reviewEmergency) return { message: t('emergencies.refused') };
      onKept();
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id={ids.outcome}
        legend={t('emergencies.outcome')}
        legendSize="s"
        error={form.faultOf('outcome')}
        items={outcomes.map((value) => ({
          value,
          label: t(`emergencies.outcome-${value}`),
          ...(value === 'NOT_JUSTIFIED' && { hint: t('emergencies.outcome-NOT_JUSTIFIED-hint') }),
        }))}
        value={form.values.outcome}
        onChange={({ target }) => form.set('outcome', outcomes.find((one) => one === target.value) ?? null)}
      />
      <Textarea
        id={ids.note}
        label={t('emergencies.note')}
        hint={t('emergencies.note-hint')}
        error={form.faultOf('note')}
        value={form.values.note}
        onChange={({ target }) => form.set('note', target.value)}
      />
      <Button busy={form.sending}>{t(form.sending ? 'emergencies.saving' : 'emergencies.keep')}</Button>
    </form>
  );
}
