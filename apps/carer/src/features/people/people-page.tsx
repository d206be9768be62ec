import { Badge, EmptyState, LinkList, NotificationBanner, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './people.messages.json';
import type { CaredFor } from './people-documents.ts';

/** Everyone whose record this carer may open. `left` names a record they have just given up. */
export function PeoplePage({ people, left }: { people: readonly CaredFor[]; left?: string }) {
  const t = useT(messages);
  const format = useFormat();
  const items = people.map(
    ({ id, givenName: given, familyName: family, preferredName: preferred, unreadThreadCount }) => ({
      to: `/people/${id}`,
      label: format.name({ given, family, preferred }),
      hint: unreadThreadCount > 0 ? t('people.new', { count: unreadThreadCount }) : t('people.nothing-new'),
      end: <Badge count={unreadThreadCount} />,
    }),
  );
  return (
    <Page
      title={t('people.title')}
      before={
        left !== undefined && (
          <NotificationBanner success>
            <p>{left ? t('people.left', { name: left }) : t('people.left-anyone')}</p>
          </NotificationBanner>
        )
      }
    >
      {items.length > 0 ? (
        <LinkList items={items} label={t('people.title')} />
      ) : (
        <EmptyState heading={t('people.none')}>
          <p>{t('people.none-text')}</p>
          <p>{t('people.none-next')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
