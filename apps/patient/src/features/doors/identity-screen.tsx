import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { BackLink, InsetText, LinkList, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { MyRecord } from '../../my-record/index.ts';
import messages from './doors.messages.json';
import { IdentityQuery } from './identity-query.ts';

type Shown = NonNullable<NonNullable<ResultOf<typeof IdentityQuery>['viewer']>['record']>;

function useCheckWords() {
  const t = useT(messages);
  return ({ how, organisationName: organisation }: Shown['identityChecks'][number]): string => {
    if (how === 'NATIONAL_SIGN_IN') return t('doors.identity-national');
    if (how === 'LETTER')
      return organisation
        ? t('doors.identity-letter-by', { organisation })
        : t('doors.identity-letter-alone');
    return organisation ? t('doors.identity-staff-by', { organisation }) : t('doors.identity-staff-alone');
  };
}

function Checks({ record }: { record: Shown }) {
  const t = useT(messages);
  const format = useFormat();
  const wordsOf = useCheckWords();
  if (record.identityChecks.length === 0)
    return (
      <InsetText>
        <h2 className="nhsuk-heading-m">{t('doors.identity-not')}</h2>
        <p>{t('doors.identity-not-why')}</p>
      </InsetText>
    );
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('doors.identity-yes')}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet" aria-label={t('doors.identity-checks')}>
        {record.identityChecks.map((one) => (
          <li key={one.checkedAt}>
            {wordsOf(one)}, {format.date(one.checkedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowTo() {
  const t = useT(messages);
  const ways = [
    { to: '/more/identity/letter', label: t('doors.identity-enter'), hint: t('doors.identity-enter-what') },
    { to: '/sign-in/national', label: t('doors.identity-demo'), hint: t('doors.identity-demo-what') },
  ];
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('doors.identity-how')}</h2>
      <LinkList items={ways} label={t('doors.identity-how')} />
      <h3 className="nhsuk-heading-s">{t('doors.identity-ask')}</h3>
      <p>{t('doors.identity-ask-how')}</p>
    </section>
  );
}

/** Who made sure who one is, what is kept back until then, and how to go about it. */
export function IdentityScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(IdentityQuery, {});
  return (
    <Page title={t('doors.identity')} before={<BackLink to="/more" />}>
      <MyRecord answer={answer} what={t('doors.what-identity')}>
        {(record) => (
          <>
            <Checks record={record} />
            {record.checksAskedBy.map(({ id, name }) => (
              <InsetText key={id}>
                <h2 className="nhsuk-heading-m">{t('doors.identity-asked', { organisation: name })}</h2>
                <p>{t('doors.identity-asked-why')}</p>
              </InsetText>
            ))}
            {(record.state === 'REGISTERING' || record.checksAskedBy.length > 0) && <HowTo />}
          </>
        )}
      </MyRecord>
    </Page>
  );
}
