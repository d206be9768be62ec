import { ButtonLink, Card, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelList, Unchecked, useGranteeWords, useRightName } from '@heldwell/views';
import messages from './groups.messages.json';
import type { SharingNow } from './sharing-query.ts';

type Asked = SharingNow['requests'][number];

/** What somebody asks for, in words. */
export function AskedFor({ request }: { request: Asked }) {
  const t = useT(messages);
  const format = useFormat();
  const rightOf = useRightName();
  const { askedBy, askedAt, grantee, labels, rights, reason } = request;
  const more = rights.filter((right) => right !== 'SEE').map(rightOf);
  const date = format.date(askedAt);
  return (
    <>
      <p>
        {askedBy === grantee ? t('groups.asked-on', { date }) : t('groups.asked-by', { name: askedBy, date })}
      </p>
      <LabelList labels={labels} />
      {more.length > 0 && <p>{t('groups.asks-to', { what: more.join(', ') })}</p>}
      {reason && <p>{t('groups.reason', { reason })}</p>}
    </>
  );
}

/** Those who wait for an answer, each with the way to give one. */
export function Requests({ requests }: { requests: readonly Asked[] }) {
  const t = useT(messages);
  const granteeOf = useGranteeWords();
  const waiting = requests.filter(({ answer }) => answer === null);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('groups.asking')}</h2>
      {waiting.map((request) => (
        <Card
          key={request.id}
          heading={request.grantee}
          headingLevel={3}
          description={granteeOf({ kind: request.granteeKind, relationship: null, team: null })}
        >
          <div className="hw-stack">
            {request.granteeKind === 'PROFESSIONAL' && <Unchecked />}
            <AskedFor request={request} />
            <ButtonLink to={`/sharing/asked/${request.id}`} variant="secondary" small>
              {t('groups.answer', { name: request.grantee })}
            </ButtonLink>
          </div>
        </Card>
      ))}
    </section>
  );
}
