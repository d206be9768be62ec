import { Button, ErrorSummary, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type SubmitEvent, useState } from 'react';
import messages from './caseload.messages.json';
import { readSearchWords } from './search-words.ts';

type CaseloadSearchProps = {
  /** What was searched for last, as it was typed. */
  typed: string;
  onSearch: (typed: string, words: string) => void;
  /** Called with true when what was typed cannot be searched for. */
  onFault: (faulty: boolean) => void;
};

/** One box for a name or an NHS number. What was typed stays as it was typed. */
export function CaseloadSearch({ typed: before, onSearch, onFault }: CaseloadSearchProps) {
  const t = useT(messages);
  const [typed, setTyped] = useState(before);
  const [fault, setFault] = useState<{ message: string; attempt: number }>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readSearchWords(typed);
    onFault('problem' in read);
    if ('problem' in read) {
      setFault((last) => ({ message: t(`caseload.${read.problem}`), attempt: (last?.attempt ?? 0) + 1 }));
      return;
    }
    setFault(undefined);
    onSearch(typed, read.words);
  };
  return (
    <search>
      <form noValidate onSubmit={submit}>
        {fault && (
          <ErrorSummary errors={[{ id: 'search', message: fault.message }]} attempt={fault.attempt} />
        )}
        <div className="console-search">
          <TextInput
            id="search"
            label={t('caseload.search')}
            hint={t('caseload.hint')}
            error={fault?.message}
            width={20}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button>{t('caseload.submit')}</Button>
        </div>
      </form>
    </search>
  );
}
