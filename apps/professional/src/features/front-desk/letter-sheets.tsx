import { Bidi, Button, FormattingProvider, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './front-desk.messages.json';
import type { Letter, Letterhead } from './front-desk-documents.ts';
import { letterAddress } from './letter-address.ts';
import '../../sheets/sheets.css';

function Head({ head, letter }: { head: Letterhead; letter: Letter }) {
  const lines = (letter.address ?? '').split(/\s*[,\n]\s*/).filter(Boolean);
  return (
    <>
      <header className="console-letter__head">
        {head.logo && <img className="console-letter__logo" src={head.logo} alt="" />}
        <p>{head.organisation}</p>
      </header>
      <address className="console-letter__window">
        <div>{letter.name}</div>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
    </>
  );
}

function Codes({ letter }: { letter: Letter }) {
  const t = useT(messages);
  return (
    <dl className="console-letter__codes">
      {(['first', 'second'] as const).map((which) => (
        <div key={which}>
          <dt>{t(`letter.${which}`)}</dt>
          <dd>
            <Bidi>{which === 'first' ? letter.firstCode : letter.secondCode}</Bidi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sheet({ head, letter }: { head: Letterhead; letter: Letter }) {
  const t = useT(messages);
  const format = useFormat();
  const { organisation, team, serviceName: service, welcome, openingHours } = head;
  return (
    <article className="console-sheet console-letter">
      <Head head={head} letter={letter} />
      <p className="console-letter__date">
        <Bidi>{format.longDate(new Date())}</Bidi>
      </p>
      <p>{t('letter.dear', { name: letter.name })}</p>
      <h2>{t('letter.subject', { service })}</h2>
      {welcome && <p>{welcome}</p>}
      <p>{t('letter.what', { organisation })}</p>
      <h3>{t('letter.how')}</h3>
      <ol>
        <li>
          {t('letter.open')}{' '}
          <strong>
            <Bidi>{letterAddress()}</Bidi>
          </strong>
        </li>
        <li>
          {t('letter.type')}
          <Codes letter={letter} />
        </li>
        <li>{t('letter.birth')}</li>
      </ol>
      <p>
        <Bidi>{t('letter.until', { date: format.longDate(letter.expiresAt) })}</Bidi>
      </p>
      <h3>{t('letter.choice')}</h3>
      <p>{t('letter.choice-text')}</p>
      <h3>{t('letter.help')}</h3>
      <p>
        {t('letter.help-text', { team })} {openingHours && t('letter.hours', { hours: openingHours })}
      </p>
      <p>{t('letter.yours')}</p>
      <p>{team}</p>
    </article>
  );
}

/** One letter or many, each on a sheet of A4 with the address where a window envelope shows it. */
export function LetterSheets({ head, letters }: { head: Letterhead; letters: readonly Letter[] }) {
  const t = useT(messages);
  return (
    <>
      <p className="console-no-print">
        <Button type="button" onClick={() => window.print()}>
          {t('letter.print', { count: letters.length })}
        </Button>
      </p>
      <FormattingProvider profile="patient">
        {letters.map((letter) => (
          <Sheet key={letter.firstCode} head={head} letter={letter} />
        ))}
      </FormattingProvider>
    </>
  );
}
