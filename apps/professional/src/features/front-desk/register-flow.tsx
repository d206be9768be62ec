import type { DateParts } from '@heldwell/ui';
import { useState } from 'react';
import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router';

/** What somebody can have seen to be sure who a person is. */
export const documentKinds = [
  'PASSPORT',
  'DRIVING_LICENCE',
  'RESIDENCE_PERMIT',
  'BIRTH_CERTIFICATE',
  'BILL_OR_BANK_STATEMENT',
  'KNOWN_TO_ME',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Everything that is asked, as it was typed. */
export interface Entered {
  title: string;
  givenName: string;
  familyName: string;
  preferredName: string;
  birthDate: DateParts;
  knowsNumber: '' | 'yes' | 'no';
  nhsNumber: string;
  address: string;
  phone: string;
  email: string;
  language: string;
  interpreter: '' | 'yes' | 'no';
  needs: string;
  documents: (DocumentKind | 'NONE')[];
  /** A registration that waits, which this one mends. */
  instead: string | null;
}

const nothing: Entered = {
  ...{ title: '', givenName: '', familyName: '', preferredName: '', knowsNumber: '', nhsNumber: '' },
  ...{ birthDate: { day: '', month: '', year: '' }, address: '', phone: '', email: '', language: '' },
  ...{ interpreter: '', needs: '', documents: [], instead: null },
};

/** What the questions are told. Nothing of it is in an address or a store: it names a person. */
export interface RegisterPlace {
  team: { id: string; name: string };
  /** Where the first question is; the others are below it. */
  path: string;
  patients: string;
  entered: Entered;
  /** Chosen once for this person: sent twice, stored once. */
  id: string;
  say: (part: Partial<Entered>) => void;
  beginAgain: () => void;
}

/** What was answered so far. */
export function useRegisterPlace(): RegisterPlace {
  return useOutletContext<RegisterPlace>();
}

/** The questions about somebody who is registered, one a page. */
export function RegisterFlow({ team }: { team: RegisterPlace['team'] }) {
  const mended = (useLocation().state as { mend?: Partial<Entered> } | null)?.mend;
  const begin = (from: Partial<Entered>) => ({ entered: { ...nothing, ...from }, id: crypto.randomUUID() });
  const [{ entered, id }, setSaid] = useState(() => begin(mended ?? {}));
  const patients = `/teams/${team.id}/patients`;
  const place: RegisterPlace = {
    ...{ team, entered, id, patients, path: `${patients}/register` },
    // Other words are another registration: what was sent under the id before stays as it was.
    say: (part) =>
      setSaid((before) => ({ entered: { ...before.entered, ...part }, id: crypto.randomUUID() })),
    beginAgain: () => setSaid(begin({})),
  };
  return <Outlet context={place} />;
}

/** Whoever comes to a later question without the first begins at the beginning. */
export function BackToName() {
  return <Navigate to={useRegisterPlace().path} replace />;
}
