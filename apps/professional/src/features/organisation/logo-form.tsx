import { Button, ErrorMessage, ErrorSummary, FormGroup, Hint } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { type SubmitEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { type Brand, SetLogo } from './organisation-documents.ts';
import { useAct } from './use-act.ts';

const mostBytes = 204_800;

/** The bytes of a file as base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

const codes = ['TOO_LARGE', 'NO_PICTURE', 'TOO_MANY_PIXELS'] as const;

/** Sends a logo, or takes it away; says what is wrong with a picture beside the field. */
function useLogo(brand: Brand) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const navigate = useNavigate();
  const { run, running } = useAct(SetLogo);
  const [fault, setFault] = useState({ words: '', attempt: 0 });
  const refuse = (words: string) => setFault(({ attempt }) => ({ words, attempt: attempt + 1 }));
  const put = async (picture: string | null) => {
    const refusal = await run({ input: { organisation: brand.id, picture } });
    if (refusal) {
      const code = codes.find((each) => refusal.problem?.fields.some((field) => field.code === each));
      const other = refusal.message ?? (refusal.problem ? wordsOf(refusal.problem) : '');
      return refuse(code ? t(`brand.logo-${code}`) : other);
    }
    setFault({ words: '', attempt: 0 });
    return navigate('.', { replace: true, state: { done: t('brand.logo-done') } satisfies Done });
  };
  const send = async (file: File | undefined) => {
    if (!file) return refuse(t('brand.logo-missing'));
    if (file.size > mostBytes) return refuse(t('brand.logo-TOO_LARGE'));
    return put(await base64Of(file));
  };
  return { fault, send, remove: () => put(null), running };
}

/** The logo as it is, another one to choose, and a way to take it away. */
export function LogoForm({ brand }: { brand: Brand }) {
  const t = useT(messages);
  const input = useRef<HTMLInputElement>(null);
  const { fault, send, remove, running } = useLogo(brand);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(input.current?.files?.[0]);
  };
  return (
    <section aria-labelledby="logo-heading">
      <h2 className="nhsuk-heading-m" id="logo-heading">
        {t('brand.logo')}
      </h2>
      {brand.logo ? (
        <p>
          <img className="console-logo" src={brand.logo} alt={t('brand.logo-alt', { name: brand.name })} />
        </p>
      ) : (
        <p>{t('brand.logo-none')}</p>
      )}
      <form noValidate onSubmit={submit}>
        <ErrorSummary
          errors={fault.words ? [{ id: 'logo', message: fault.words }] : []}
          attempt={fault.attempt}
        />
        <FormGroup error={Boolean(fault.words)}>
          <label className="nhsuk-label" htmlFor="logo">
            {t('brand.logo-choose')}
          </label>
          <Hint id="logo-hint">{t('brand.logo-hint')}</Hint>
          {fault.words && <ErrorMessage id="logo-error">{fault.words}</ErrorMessage>}
          <input
            ref={input}
            className="nhsuk-file-upload console-file"
            id="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby={fault.words ? 'logo-hint logo-error' : 'logo-hint'}
          />
        </FormGroup>
        <div className="nhsuk-button-group">
          <Button variant="secondary" busy={running}>
            {t('brand.logo-send')}
          </Button>
          {brand.logo && (
            <Button type="button" variant="secondary" busy={running} onClick={() => void remove()}>
              {t('brand.logo-remove')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
