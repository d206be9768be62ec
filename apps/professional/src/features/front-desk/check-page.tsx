import { useCommand } from '@heldwell/client';
import {
  BackLink,
  Bidi,
  Button,
  ErrorSummary,
  NhsNumber,
  Page,
  Phone,
  SummaryList,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Refusal, useProblemWords } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { readBirthDate } from '../../person-match/person-match.ts';
import messages from './front-desk.messages.json';
import { RegisterPatient } from './front-desk-documents.ts';
import { useStep } from './question.tsx';
import { BackToName, type DocumentKind, type Entered, useRegisterPlace } from './register-flow.tsx';

const orNull = (words: string): string | null => words.trim() || null;

/** What is sent of what was entered. */
function inputOf(entered: Entered) {
  const { interpreter, documents, knowsNumber } = entered;
  return {
    title: orNull(entered.title),
    givenName: entered.givenName.trim(),
    familyName: entered.familyName.trim(),
    preferredName: orNull(entered.preferredName),
    birthDate: readBirthDate(entered.birthDate) ?? '',
    nhsNumber: knowsNumber === 'yes' ? entered.nhsNumber.replace(/\D/gu, '') : null,
    address: orNull(
      entered.address
        .split(/\s*\n\s*/)
        .filter(Boolean)
        .join(', '),
    ),
    phone: orNull(entered.phone),
    email: orNull(entered.email),
    language: orNull(entered.language),
    interpreterNeeded: interpreter === '' ? null : interpreter === 'yes',
    communicationNeeds: orNull(entered.needs),
    documents: documents.filter((kind): kind is DocumentKind => kind !== 'NONE'),
    instead: entered.instead,
  };
}

function useRegister() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, id, entered, path } = useRegisterPlace();
  const { run, running } = useCommand(RegisterPatient);
  const send = async (): Promise<Refusal<object>> => {
    const { data, problem } = await run({ input: { id, team: team.id, ...inputOf(entered) } });
    if (!data) return { problem };
    const { done } = data;
    switch (done.__typename) {
      case 'PatientRegistered':
        await navigate(`${path}/done/${done.registration}`, { replace: true });
        return undefined;
      case 'TooManyAttempts':
        return { message: t('reg.too-many', { minutes: Math.ceil(done.retryAfterSeconds / 60) }) };
      case 'SentDifferently':
        return { message: t('reg.sent-differently') };
      case 'NotFound':
        return { message: t('reg.not-yours') };
    }
  };
  return { send, running };
}

function Answers({ entered, path }: { entered: Entered; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const row = (key: string, value: ReactNode, step: string) => ({
    key,
    value: value || t('front.not-given'),
    actions: [{ label: t('reg.change'), hidden: key, to: step ? `${path}/${step}` : path }],
  });
  const { title, givenName, familyName, preferredName, address, phone, email, documents } = entered;
  const contact = [address, email].filter(Boolean);
  const needs = [
    entered.language,
    entered.interpreter && t(entered.interpreter === 'yes' ? 'reg.interpreter-is' : 'reg.interpreter-not'),
    entered.needs,
  ].filter(Boolean);
  const lines = (all: ReactNode[]) =>
    all.length > 0 && all.map((line) => <div key={String(line)}>{line}</div>);
  const name = [title, givenName, familyName].filter(Boolean).join(' ');
  const born = readBirthDate(entered.birthDate);
  return (
    <SummaryList
      rows={[
        row(
          t('reg.row-name'),
          lines([name, ...(preferredName ? [t('reg.preferred-is', { name: preferredName })] : [])]),
          '',
        ),
        row(t('reg.row-birth-date'), born && <Bidi>{format.date(born)}</Bidi>, 'birth-date'),
        row(
          t('reg.row-nhs'),
          entered.knowsNumber === 'yes' ? (
            <NhsNumber digits={entered.nhsNumber.replace(/\D/gu, '')} />
          ) : (
            t('reg.not-known')
          ),
          'nhs-number',
        ),
        row(
          t('reg.row-contact'),
          (contact.length > 0 || phone) && (
            <>
              {lines(contact)}
              {phone && <Phone number={phone} />}
            </>
          ),
          'contact',
        ),
        row(t('reg.row-needs'), lines(needs), 'needs'),
        row(
          t('reg.row-documents'),
          lines(documents.map((kind) => (kind === 'NONE' ? t('reg.documents-none') : t(`reg.doc-${kind}`)))),
          'documents',
        ),
      ]}
    />
  );
}

/** All answers once more, before they are stored. */
export function RegisterCheckPage() {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { entered, path } = useRegisterPlace();
  const { number, before } = useStep('check');
  const { send, running } = useRegister();
  const [refused, setRefused] = useState({ words: '', attempt: 0 });
  if (!entered.familyName || entered.documents.length === 0) return <BackToName />;
  const register = async () => {
    const refusal = await send();
    const words = refusal?.message ?? (refusal?.problem ? wordsOf(refusal.problem) : '');
    if (words) setRefused(({ attempt }) => ({ words, attempt: attempt + 1 }));
  };
  return (
    <Page
      title={t('reg.check')}
      section={t('reg.title')}
      caption={t('reg.step', { step: number })}
      hasErrors={Boolean(refused.words)}
      before={<BackLink to={before}>{t('front.back')}</BackLink>}
    >
      <ErrorSummary errors={refused.words ? [{ message: refused.words }] : []} attempt={refused.attempt} />
      <Answers entered={entered} path={path} />
      <Button type="button" busy={running} onClick={() => void register()}>
        {t(running ? 'front.sending' : 'reg.submit')}
      </Button>
    </Page>
  );
}
