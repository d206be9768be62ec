import { EmptyState, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './caseload.messages.json';
import { CaseloadQuery } from './caseload-documents.ts';
import { CaseloadSearch } from './caseload-search.tsx';
import { CaseloadTable } from './caseload-table.tsx';

const topics = ['sharing'] as const;

/** A search lives in the history entry, not in the address: addresses are logged and shared, and this names people. */
interface SearchState {
  typed: string;
  words: string;
}

const noSearch: SearchState = { typed: '', words: '' };

function searchOf(state: unknown): SearchState {
  const { typed, words } = (state ?? {}) as Partial<SearchState>;
  return typeof typed === 'string' && typeof words === 'string' ? { typed, words } : noSearch;
}

/** What else can be done for somebody whose record the team does not see. */
function OtherWays({ path, coordinates, leads }: { path: string; coordinates: boolean; leads: boolean }) {
  const t = useT(messages);
  return (
    <ul className="nhsuk-list">
      <li>
        <Link to={`${path}/register`}>{t('caseload.register')}</Link>
      </li>
      {coordinates && (
        <li>
          <Link to={`${path}/many`}>{t('caseload.many')}</Link>
        </li>
      )}
      <li>
        <Link to={`${path}/waiting`}>{t('caseload.waiting')}</Link>
      </li>
      {leads && (
        <>
          <li>
            <Link to={`${path}/matches`}>{t('caseload.matches')}</Link>
          </li>
          <li>
            <Link to={`${path}/closed`}>{t('caseload.closed')}</Link>
          </li>
        </>
      )}
      <li>
        <Link to={`${path}/ask`}>{t('caseload.ask')}</Link>
      </li>
      <li>
        <Link to={`${path}/emergency`}>{t('caseload.emergency')}</Link>
      </li>
    </ul>
  );
}

function Found({ search, team, path }: { search: SearchState; team: string; path: string }) {
  const t = useT(messages);
  const pages = usePages({
    query: CaseloadQuery,
    variables: { team, search: search.words || null },
    pick: (data) => data.team?.caseload,
    on: topics,
  });
  const words = search.typed.trim();
  const empty = search.words ? (
    <EmptyState heading={t('caseload.none-found', { words })}>
      <p>{t('caseload.none-found-text')}</p>
      <p>
        <Link to={path}>{t('caseload.clear')}</Link>
      </p>
    </EmptyState>
  ) : (
    <EmptyState heading={t('caseload.empty')}>
      <p>{t('caseload.empty-text')}</p>
    </EmptyState>
  );
  const caption = search.words ? t('caseload.results', { words }) : t('caseload.all');
  return (
    <Answer to={pages.query} what={t('caseload.what')}>
      {() =>
        pages.rows.length === 0 ? (
          <div role="status">{empty}</div>
        ) : (
          <>
            <CaseloadTable rows={pages.rows} caption={caption} path={path} />
            {search.words && (
              <p>
                <Link to={path}>{t('caseload.clear')}</Link>
              </p>
            )}
            <MoreRows pages={pages} what={t('caseload.what')} />
          </>
        )
      }
    </Answer>
  );
}

type CaseloadPageProps = {
  team: string;
  teamName: string;
  coordinates?: boolean;
  /** Whether the viewer coordinates or manages the team, or administers its organisation. */
  leads?: boolean;
};

/** The patients whose record a team may see, and the way to find one of them. */
export function CaseloadPage({ team, teamName, coordinates = false, leads = false }: CaseloadPageProps) {
  const t = useT(messages);
  const navigate = useNavigate();
  const location = useLocation();
  const search = searchOf(location.state);
  const [faulty, setFaulty] = useState(false);
  const path = `/teams/${team}/patients`;
  return (
    <Page title={t('caseload.title')} caption={teamName} hasErrors={faulty} before={<DoneBanner />}>
      <p>{t('caseload.intro', { team: teamName })}</p>
      <CaseloadSearch
        key={search.typed}
        typed={search.typed}
        onFault={setFaulty}
        onSearch={(typed, words) => navigate(path, { state: { typed, words } satisfies SearchState })}
      />
      <Found search={search} team={team} path={path} />
      <section aria-labelledby="not-listed">
        <h2 className="nhsuk-heading-s" id="not-listed">
          {t('caseload.not-listed')}
        </h2>
        <OtherWays path={path} coordinates={coordinates} leads={leads} />
      </section>
    </Page>
  );
}
