import { AppShell, BottomNav, ConsentBanner, Footer, Header, Link, Page, Tabs } from '../src/index.ts';
import { ContentParts } from './content-parts.tsx';
import { FormParts } from './form-parts.tsx';
import { HealthParts } from './health-parts.tsx';

const places = [
  { to: '/', label: 'Home', current: true },
  { to: '/messages', label: 'Messages', count: 12, countLabel: '12 unread messages' },
  { to: '/diary', label: 'Diary' },
  { to: '/record', label: 'My record' },
  { to: '/more', label: 'More' },
];

/** Every part of the kit on one page, to look at and to test. For development only. */
export function Gallery({ app }: { app: 'patient' | 'carer' | 'professional' }) {
  const header = (
    <Header
      homeTo="/"
      serviceName="Heldwell"
      section={app === 'patient' ? undefined : app === 'carer' ? 'for carers' : 'for professionals'}
      nav={app === 'professional' ? places : []}
    >
      <Link to="/account">Account</Link>
      {app !== 'professional' && (
        <Link to="/help" className="hw-header__urgent">
          Get help now
        </Link>
      )}
    </Header>
  );
  return (
    <AppShell
      header={header}
      footer={
        <Footer links={[{ to: '/accessibility', label: 'Accessibility' }]}>
          Heldwell keeps your record.
        </Footer>
      }
      bottomNav={app === 'patient' ? <BottomNav items={places} /> : undefined}
      strip={app === 'carer' ? <p>You are looking at Jane’s record</p> : undefined}
    >
      <Page title="Kit gallery" section="Development" caption="Every part">
        {app === 'professional' && (
          <ConsentBanner
            heading="SMITH, Jane (Mrs)"
            labels={['MENTAL_HEALTH', 'GENERAL']}
            until="2027-01-31"
            basis="Jane’s choice"
            facts={[{ key: 'Born', value: '06-Aug-1980 (46 years)' }]}
          />
        )}
        <Tabs
          items={[
            { to: '#a', label: 'Timeline', current: true },
            { to: '#b', label: 'Results', count: 2, countLabel: '2 new results' },
          ]}
        />
        <HealthParts />
        <ContentParts />
        <FormParts />
      </Page>
    </AppShell>
  );
}
