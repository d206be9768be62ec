import { Button, Details, ErrorMessage, ErrorSummary, FormGroup, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { type SubmitEvent, useRef, useState } from 'react';
import messages from './front-desk.messages.json';
import { textOf } from './read-list-file.ts';
import type { BulkState } from './use-bulk.ts';

/** What one request may carry. */
const longest = 900_000;
const example = `NHS number,Family name,Given name,Birth date,E-mail,Way,Address
485 777 3456,Example,Alex,15/03/1984,,LETTER,"1 High Street, Anytown, ZZ1 1AA"`;

type Refused = Extract<BulkState, { at: 'CHOOSING' }>['refused'];

/** Why a list cannot be used, in a sentence. */
function useRefusedWords(): (refused: Refused) => string {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  return (refused) => {
    if (!refused) return '';
    if (refused === 'NOT_YOURS') return t('bulk.not-yours');
    if ('kind' in refused) return wordsOf(refused);
    const names = ['nhsNumber', 'familyName', 'givenName', 'birthDate'] as const;
    const missing = names
      .filter((name) => refused.missing.includes(name))
      .map((name) => t(`bulk.heading-${name}`));
    const { problem, line } = refused;
    return problem ? t(`bulk.problem-${problem}`, { missing: missing.join(', '), line: line ?? 1 }) : '';
  };
}

type BulkChooseProps = { refused: Refused; busy: boolean; onList: (text: string) => Promise<void> };

/** Takes a list: a file or pasted. */
export function BulkChoose({ refused, busy, onList }: BulkChooseProps) {
  const t = useT(messages);
  const wordsFor = useRefusedWords();
  const file = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [own, setOwn] = useState({ words: '', attempt: 0 });
  const words = own.words || wordsFor(refused);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    const refuse = (said: string) => setOwn(({ attempt }) => ({ words: said, attempt: attempt + 1 }));
    if (!chosen && !pasted.trim()) return refuse(t('bulk.missing'));
    const text = chosen ? textOf(new Uint8Array(await chosen.arrayBuffer())) : pasted;
    if (text.length > longest) return refuse(t('bulk.too-large'));
    setOwn(({ attempt }) => ({ words: '', attempt: attempt + 1 }));
    return onList(text);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={words ? [{ id: 'file', message: words }] : []} attempt={own.attempt} />
      <p>{t('bulk.intro')}</p>
      <p>{t('bulk.headings')}</p>
      <p>{t('bulk.way')}</p>
      <Details summary={t('bulk.example')}>
        <pre className="console-example">{example}</pre>
      </Details>
      <FormGroup error={Boolean(words)}>
        <label className="nhsuk-label" htmlFor="file">
          {t('bulk.file')}
        </label>
        {words && <ErrorMessage id="file-error">{words}</ErrorMessage>}
        <input
          ref={file}
          className="nhsuk-file-upload console-file"
          id="file"
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={words ? 'file-error' : undefined}
        />
      </FormGroup>
      <Textarea
        id="pasted"
        label={t('bulk.or')}
        hint={t('bulk.paste-hint')}
        rows={6}
        spellCheck={false}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      <Button busy={busy}>{t(busy ? 'bulk.checking' : 'bulk.check')}</Button>
    </form>
  );
}
