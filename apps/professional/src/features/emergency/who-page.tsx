import { BackLink, Button, ErrorSummary, InsetText, Link, Page } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { PersonFields } from '../../person-match/person-fields.tsx';
import { nobodyYet, type PersonValues, personIds, usePersonCheck } from '../../person-match/person-match.ts';
import messages from './emergency.messages.json';
import { useEmergencyPlace } from './emergency-flow.tsx';

/** The first question: who the patient is, by three things that nobody knows by chance. */
export function WhoPage() {
  const t = useT(messages);
  const navigate = useNavigate();
  const check = usePersonCheck();
  const { path, patients, person, say } = useEmergencyPlace();
  const form = useCheckedForm<PersonValues>({
    initial: person ?? nobodyYet,
    check,
    ids: personIds,
    send: async (values) => {
      say({ person: values });
      await navigate(`${path}/why`);
      return undefined;
    },
  });
  return (
    <Page
      title={t('emergency.who')}
      section={t('emergency.title')}
      caption={t('emergency.step', { step: 1 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={patients}>{t('emergency.back-to-patients')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('emergency.who-text')}</p>
        <InsetText>
          <p>
            <Rich
              text={t('emergency.who-ask')}
              parts={{ link: (words) => <Link to={`${patients}/ask`}>{words}</Link> }}
            />
          </p>
        </InsetText>
        <PersonFields
          values={form.values}
          faultOf={form.faultOf}
          set={form.set}
          setBirthDate={(parts) => form.set('birthDate', parts)}
        />
        <Button>{t('emergency.continue')}</Button>
      </form>
    </Page>
  );
}
