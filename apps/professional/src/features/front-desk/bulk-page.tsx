import { BackLink, Button, Checkboxes, ErrorSummary, InsetText, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { BulkChoose } from './bulk-choose.tsx';
import { BulkReport } from './bulk-report.tsx';
import messages from './front-desk.messages.json';
import type { Bulk } from './front-desk-documents.ts';
import { LetterSheets } from './letter-sheets.tsx';
import { type BulkState, useBulk } from './use-bulk.ts';

type CheckedProps = { report: Bulk; onGo: () => void; onAgain: () => void };

/** What would happen, and the yes to it. */
function Checked({ report, onGo, onAgain }: CheckedProps) {
  const t = useT(messages);
  const [checked, setChecked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const of = (outcome: string) => report.rows.filter((row) => row.outcome === outcome).length;
  const [email, letter, wrong] = [of('WILL_EMAIL'), of('WILL_LETTER'), of('WRONG')];
  const lacks = attempt > 0 && email > 0 && !checked;
  const words = lacks ? t('bulk.checked-missing') : undefined;
  const go = () => {
    if (email === 0 || checked) onGo();
    else setAttempt((before) => before + 1);
  };
  return (
    <>
      <ErrorSummary errors={words ? [{ id: 'checked', message: words }] : []} attempt={attempt} />
      <h2 className="nhsuk-heading-m">{t('bulk.would')}</h2>
      <p>{t('bulk.would-text', { email, letter, wrong })}</p>
      <BulkReport rows={report.rows} />
      {email > 0 && (
        <Checkboxes
          id="checked"
          legend={t('bulk.checked-legend')}
          error={words}
          items={[{ value: 'yes', label: t('bulk.checked') }]}
          value={checked ? ['yes'] : []}
          onChange={({ target }) => setChecked(target.checked)}
        />
      )}
      <div className="nhsuk-button-group">
        {email + letter > 0 && (
          <Button type="button" onClick={go}>
            {t('bulk.go', { count: email + letter })}
          </Button>
        )}
        <Button type="button" variant="secondary" onClick={onAgain}>
          {t('bulk.again')}
        </Button>
      </div>
    </>
  );
}

type WorkedProps = { state: Extract<BulkState, { rows: unknown }>; onGoOn: () => void; onAgain: () => void };

/** How far it is, and in the end what each row came to and the letters to print. */
function Worked({ state, onGoOn, onAgain }: WorkedProps) {
  const t = useT(messages);
  const { at, rows, letters, head, total } = state;
  const far = { done: rows.length, total };
  return (
    <>
      <div role="status" className="console-no-print">
        {at === 'WORKING' && (
          <>
            <p>{t('bulk.going', far)}</p>
            <progress
              className="console-progress"
              value={rows.length}
              max={total}
              aria-label={t('bulk.going', far)}
            />
            <p>{t('bulk.going-stay')}</p>
          </>
        )}
        {at === 'STOPPED' && (
          <InsetText>
            <p>{t('bulk.stopped', far)}</p>
          </InsetText>
        )}
        {at === 'DONE' && <p>{t('bulk.done')}</p>}
      </div>
      {at === 'STOPPED' && (
        <Button type="button" onClick={onGoOn}>
          {t('bulk.go-on')}
        </Button>
      )}
      {at !== 'WORKING' && <BulkReport rows={rows} />}
      {at !== 'WORKING' && head && (
        <>
          <h2 className="nhsuk-heading-m console-no-print">{t('bulk.letters')}</h2>
          <p className="console-no-print">{t('bulk.letters-once')}</p>
          <LetterSheets head={head} letters={letters} />
        </>
      )}
      {at === 'DONE' && (
        <p className="console-no-print">
          <Button type="button" variant="secondary" onClick={onAgain}>
            {t('bulk.again')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Registers and invites many people from a list: first what would happen, then it is done. */
export function BulkPage({ team }: { team: { id: string; name: string } }) {
  const t = useT(messages);
  const { state, running, check, begin, goOn, again } = useBulk(team.id);
  return (
    <Page
      title={t('bulk.title')}
      section={team.name}
      caption={team.name}
      before={<BackLink to={`/teams/${team.id}/patients`}>{t('front.back-to-patients')}</BackLink>}
    >
      {state.at === 'CHOOSING' && <BulkChoose refused={state.refused} busy={running} onList={check} />}
      {state.at === 'CHECKED' && (
        <Checked report={state.report} onGo={() => void begin(state.report.total)} onAgain={again} />
      )}
      {'rows' in state && <Worked state={state} onGoOn={() => void goOn(state)} onAgain={again} />}
    </Page>
  );
}
