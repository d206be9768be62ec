import { EmptyState, LiveRegion, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import { useState } from 'react';
import desk from './desk.messages.json';
import { DeskEmergenciesQuery } from './desk-documents.ts';
import { useDeskPlace } from './desk-layout.tsx';
import messages from './emergencies.messages.json';
import { EmergencyCard } from './emergency-card.tsx';

const words = { ...desk, ...messages };
const never = [] as const;

/** Records opened in an emergency by people of the organisation, newest first, each with its review or the way to one. */
export function EmergenciesPage() {
  const t = useT(words);
  const { office } = useDeskPlace();
  const [kept, setKept] = useState(0);
  const pages = usePages({
    query: DeskEmergenciesQuery,
    variables: { office: office.id },
    pick: (data) => data.privacyDesk?.emergencies,
    on: never,
  });
  return (
    <Page title={t('desk.emergencies')} section={t('desk.title')} caption={office.name}>
      <p>{t('emergencies.intro')}</p>
      <LiveRegion message={kept ? t('emergencies.kept') : ''} turn={kept} />
      <Answer to={pages.query} what={t('emergencies.what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('emergencies.none')}>
              <p>{t('emergencies.none-text')}</p>
            </EmptyState>
          ) : (
            <>
              {pages.rows.map((emergency) => (
                <EmergencyCard
                  key={emergency.id}
                  emergency={emergency}
                  onKept={() => setKept((turn) => turn + 1)}
                />
              ))}
              <MoreRows pages={pages} what={t('emergencies.what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
