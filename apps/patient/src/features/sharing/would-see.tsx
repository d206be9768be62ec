import { type ResultOf, type ScreenQuery, useScreenQuery } from '@heldwell/client';
import { Details } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type EntryKind, useKindNames } from '@heldwell/views';
import { useEffect, useRef, useState } from 'react';
import { type Difference, type SeenBy, WouldSeeQuery } from './see-query.ts';
import messages from './would-see.messages.json';

/** Milliseconds after the last tick: somebody who ticks three boxes asks once. */
const quiet = 300;

/** What is asked once nobody has ticked for a moment; the words say when it is another. */
function useQuietly(by: SeenBy): SeenBy {
  const words = JSON.stringify(by);
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), quiet);
    return () => clearTimeout(timer);
  }, [words]);
  return JSON.parse(asked) as SeenBy;
}

type Answered = NonNullable<ResultOf<typeof WouldSeeQuery>['seenBy']>;

/** The last answer stays on screen while the next is on its way, so that the page does not jump. */
function useLast(answer: ScreenQuery<ResultOf<typeof WouldSeeQuery>>): Answered | null {
  const last = useRef<Answered | null>(null);
  if (answer.data) last.current = answer.data.seenBy;
  return last.current;
}

/** How many of each kind there are on one side and not on the other. */
function byKind(counts: Difference['counts'], side: 'gained' | 'lost'): [EntryKind, number][] {
  const found = new Map<EntryKind, number>();
  for (const { kind, now, after } of counts) {
    const count = side === 'gained' ? after - now : now - after;
    if (count > 0) found.set(kind, (found.get(kind) ?? 0) + count);
  }
  return [...found];
}

type SideProps = { difference: Difference; side: 'gained' | 'lost'; sentence: string };

/** What they would gain, or lose: how many of which kind, and the newest by name. */
function Side({ difference, side, sentence }: SideProps) {
  const t = useT(messages);
  const kinds = useKindNames();
  const { entriesGained, entriesLost, counts } = difference;
  const entries = side === 'gained' ? entriesGained : entriesLost;
  const numbers = byKind(counts, side).map(([kind, count]) =>
    t('would.kind', { kind: kinds.many(kind), count }),
  );
  return (
    <>
      <p>
        {sentence} {numbers.join(' · ')}
      </p>
      <p>{t(side === 'gained' ? 'would.gained-names' : 'would.lost-names')}</p>
      <ul>
        {entries.map(({ id, title, kind }) => (
          <li key={id}>
            {title ?? t('would.unreadable')} ({kinds.one(kind)})
          </li>
        ))}
      </ul>
    </>
  );
}

function Discussions({ sentence, threads }: { sentence: string; threads: Difference['discussionsLost'] }) {
  const t = useT(messages);
  if (threads.length === 0) return null;
  return (
    <>
      <p>{sentence}</p>
      <ul>
        {threads.map(({ id, subject }) => (
          <li key={id}>{subject ?? t('would.unreadable')}</li>
        ))}
      </ul>
    </>
  );
}

/** The sentences that say it all, also aloud. */
function useSentences(difference: Difference, first: boolean) {
  const t = useT(messages);
  const { gainedCount, lostCount, discussionsGained, discussionsLost } = difference;
  const said = {
    lose: lostCount > 0 && t('would.lose', { count: lostCount }),
    loseDiscussions:
      discussionsLost.length > 0 && t('would.lose-discussions', { count: discussionsLost.length }),
    gain: gainedCount > 0 && t(first ? 'would.gain-first' : 'would.gain', { count: gainedCount }),
    gainDiscussions:
      discussionsGained.length > 0 && t('would.gain-discussions', { count: discussionsGained.length }),
  };
  const sentences = Object.values(said).filter((one) => one !== false);
  return { ...said, all: sentences.join(' ') || t(first ? 'would.none' : 'would.same') };
}

/** In a place that stays as high while it is worked out: nothing below moves away from under a finger. */
const steady = { minHeight: '6em' };

function Worked({ seen: { kind, difference }, first }: { seen: Answered; first: boolean }) {
  const t = useT(messages);
  const said = useSentences(difference, first);
  const isTeam = kind === 'TEAM' || kind === 'ORGANISATION';
  const { discussionsLost, discussionsGained } = difference;
  return (
    <>
      <p role="status" style={steady}>
        {said.all}
      </p>
      <Details summary={t('would.details')}>
        {said.lose && <Side difference={difference} side="lost" sentence={said.lose} />}
        {said.loseDiscussions && <Discussions sentence={said.loseDiscussions} threads={discussionsLost} />}
        {(said.lose || said.loseDiscussions) && isTeam && <p>{t('would.keeps')}</p>}
        {said.gain && <Side difference={difference} side="gained" sentence={said.gain} />}
        {said.gainDiscussions && <Discussions sentence={said.gainDiscussions} threads={discussionsGained} />}
        {kind === 'CARER' ? <p>{t('would.carer')}</p> : <p>{t('would.staff')}</p>}
      </Details>
    </>
  );
}

type WouldSeeProps = {
  /** As whom, and with which labels and rights ticked. */
  by: SeenBy;
  /** They have nothing yet. */
  first?: boolean;
};

/** What somebody would see with what is ticked, before it is saved: worked out by the server, which would show it. */
export function WouldSee({ by, first = false }: WouldSeeProps) {
  const t = useT(messages);
  const answer = useScreenQuery(WouldSeeQuery, { by: useQuietly(by) });
  const seen = useLast(answer);
  if (answer.data && !seen) return null;
  const failed = answer.problem !== undefined && !answer.asking;
  return (
    <section aria-labelledby="would-see" aria-busy={answer.asking}>
      <h2 className="nhsuk-heading-s" id="would-see">
        {t('would.heading')}
      </h2>
      {seen && !failed ? (
        <Worked seen={seen} first={first} />
      ) : (
        <>
          <p role="status" style={steady}>
            {t(failed ? 'would.problem' : 'would.asking')}
          </p>
          <Details summary={t('would.details')}>
            <p>{t(failed ? 'would.problem' : 'would.asking')}</p>
          </Details>
        </>
      )}
    </section>
  );
}
