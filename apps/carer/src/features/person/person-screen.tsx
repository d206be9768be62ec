import { useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Loading, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ProblemState, useRecordState } from '@heldwell/views';
import type { ReactNode } from 'react';
import messages from './person.messages.json';
import { type Person, PersonQuery } from './person-documents.ts';

/** What the screens of one person are told. */
export interface PersonPlace {
  person: Person;
  /** What to call them: the name they like to hear. */
  name: string;
  /** Where their record begins: "/people/…". */
  path: string;
}

type PersonScreenProps = {
  id: string;
  /** True when there are other people to choose from. */
  hasOthers: boolean;
  /** Draws the frame of the app; the strip says whose record is open. */
  frame: (strip: ReactNode, screen: ReactNode) => ReactNode;
  children: (place: PersonPlace) => ReactNode;
};

function Strip({ name, hasOthers }: { name: string; hasOthers: boolean }) {
  const t = useT(messages);
  return (
    <div className="carer-strip">
      <p>
        <strong>{t('person.looking-at', { name })}</strong>
      </p>
      {hasOthers && <Link to="/">{t('person.others')}</Link>}
    </div>
  );
}

function Closed({ ended }: { ended: boolean }) {
  const t = useT(messages);
  return (
    <Page key={String(ended)} title={ended ? t('person.ended') : t('person.absent')}>
      <EmptyState heading={ended ? t('person.ended-text') : t('person.absent-text')}>
        <p>
          <Link to="/">{t('person.people')}</Link>
        </p>
      </EmptyState>
    </Page>
  );
}

/**
 * The frame of one person's screens: whose record it is, said on each of them. Everything goes at once when access
 * ends; what is not there and what may not be seen look the same.
 */
export function PersonScreen({ id, hasOthers, frame, children }: PersonScreenProps) {
  const t = useT(messages);
  const format = useFormat();
  const query = useScreenQuery(PersonQuery, { id });
  const person = query.data?.record;
  const state = useRecordState(id, query, person);
  if (person && state === 'open') {
    const { givenName: given, familyName: family, preferredName } = person;
    const full = format.name({ given, family, preferred: preferredName });
    const place = { person, name: preferredName || given || full, path: `/people/${id}` };
    return frame(<Strip name={full} hasOthers={hasOthers} />, children(place));
  }
  if (state === 'ended' || state === 'absent') return frame(null, <Closed ended={state === 'ended'} />);
  if (query.problem && !query.asking) {
    return frame(
      null,
      <Page title={t('person.absent')}>
        <ProblemState problem={query.problem} what={t('person.what')} retry={query.refresh} />
      </Page>,
    );
  }
  return frame(null, <Loading />);
}
