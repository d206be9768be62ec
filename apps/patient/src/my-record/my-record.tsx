import { graphql, type ScreenQuery } from '@heldwell/client';
import { Loading } from '@heldwell/ui';
import { Answer } from '@heldwell/views';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { FrozenRecord } from './frozen-record.tsx';
import { useWatchedRecord, type WatchedRecord } from './watched-record.tsx';

/** Hardly anybody needs it: it is no part of the first script. */
const NoRecord = lazy(async () => ({ default: (await import('./no-record.tsx')).NoRecord }));

/** What every signed-in screen asks beside its own things: for the frame, in the same question. */
export const FrameRecord = graphql(`
  fragment FrameRecord on PatientRecord @_unmask { id unreadThreadCount }
`);

type SignedIn<Own extends WatchedRecord> = { viewer: { record: Own | null } | null };

type MyRecordProps<Own extends WatchedRecord> = {
  answer: ScreenQuery<SignedIn<Own>>;
  /** What is asked for, as it stands in a sentence: "your messages". */
  what: string;
  children: (record: Own) => ReactNode;
};

/** Tells the frame which record is on screen. */
function Watch({ record }: { record: WatchedRecord }) {
  const { watch } = useWatchedRecord();
  const { id, unreadThreadCount } = record;
  useEffect(() => watch({ id, unreadThreadCount }), [watch, id, unreadThreadCount]);
  return null;
}

/** Leads to signing in, and back to where one was. */
export function ToSignIn() {
  const { pathname, search } = useLocation();
  return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
}

/** Shows a screen over the record of the person signed in; who is not signed in is led there. */
export function MyRecord<Own extends WatchedRecord>({ answer, what, children }: MyRecordProps<Own>) {
  if (answer.problem?.kind === 'signedOut') return <ToSignIn />;
  // Nothing of their own is refused to a person but while it is frozen.
  if (answer.problem?.kind === 'forbidden') return <FrozenRecord />;
  return (
    <Answer to={answer} what={what}>
      {({ viewer }) => {
        if (!viewer) return <ToSignIn />;
        if (!viewer.record)
          return (
            <Suspense fallback={<Loading />}>
              <NoRecord />
            </Suspense>
          );
        return (
          <>
            <Watch record={viewer.record} />
            {children(viewer.record)}
          </>
        );
      }}
    </Answer>
  );
}
