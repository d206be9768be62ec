import type { ChosenFile, ChosenFiles } from '@heldwell/client';
import { Button, ErrorMessage, FormGroup, Hint, LiveRegion } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import { useSizeWords } from './file-link.tsx';
import './files.css';
import messages from './files.messages.json';

/** Most files beside one message or document, as the server has it. */
const most = 10;
/** What a browser offers first; what is taken the server decides by what a file is. */
const offered = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.heic,.heif,.txt';

type AttachFilesProps = {
  id: string;
  chosen: ChosenFiles;
  /** In place of "Attach files". */
  label?: string;
  error?: string;
};

/** Gives what still stands in the way of sending; undefined when nothing does. */
export function useFilesFault(): (chosen: ChosenFiles) => string | undefined {
  const t = useT(messages);
  return ({ files, sending }) => {
    if (sending) return t('files.still-sending');
    return files.some(({ problem }) => problem) ? t('files.not-ready') : undefined;
  };
}

const hidden = (words: string): ReactNode => <span className="nhsuk-u-visually-hidden">{words}</span>;

function FileState({ file }: { file: ChosenFile }) {
  const t = useT(messages);
  const sizeOf = useSizeWords();
  const { problem, kept, progress, name, size } = file;
  if (problem) {
    const words = t(`files.problem-${problem.kind}`, { size: sizeOf(problem.mostBytes ?? 0) });
    return <ErrorMessage id={`${file.id}-problem`}>{words}</ErrorMessage>;
  }
  if (kept) return <span className="hw-quiet">{sizeOf(size)}</span>;
  return (
    <span className="hw-chosen-file__progress">
      <progress value={progress} max={1} aria-label={t('files.progress', { name })} />{' '}
      <span className="hw-quiet">{t('files.sending', { percent: Math.round(progress * 100) })}</span>
    </span>
  );
}

function FileItem({ file, chosen, onGone }: { file: ChosenFile; chosen: ChosenFiles; onGone: () => void }) {
  const t = useT(messages);
  const mayTryAgain =
    (file.problem?.kind === 'OFFLINE' || file.problem?.kind === 'BROKEN') && chosen.canTryAgain(file.id);
  const remove = () => {
    chosen.remove(file.id);
    onGone();
  };
  return (
    <li className="hw-chosen-file">
      <span className="hw-chosen-file__name">{file.name}</span> <FileState file={file} />
      <span className="hw-chosen-file__acts">
        {mayTryAgain && (
          <Button type="button" variant="secondary" small onClick={() => chosen.again(file.id)}>
            {t('files.again')} {hidden(file.name)}
          </Button>
        )}
        <Button type="button" variant="secondary" small onClick={remove}>
          {t('files.remove')} {hidden(file.name)}
        </Button>
      </span>
    </li>
  );
}

/** Chooses files and shows how far each is; one that is not taken says why, and the words beside it stay. */
export function AttachFiles({ id, chosen, label, error }: AttachFilesProps) {
  const t = useT(messages);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const [tooMany, setTooMany] = useState(false);
  const { files } = chosen;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const added = [...(target.files ?? [])];
    target.value = '';
    setTooMany(files.length + added.length > most);
    if (added.length > 0 && files.length + added.length <= most) chosen.choose(added);
  };
  const attached = files.filter(({ kept }) => kept).map(({ name }) => name);
  const words = tooMany ? t('files.too-many') : error;
  return (
    <FormGroup error={Boolean(words)}>
      {words && <ErrorMessage id={`${id}-error`}>{words}</ErrorMessage>}
      {files.length > 0 && (
        <ul className="hw-chosen-files" aria-label={t('files.chosen')}>
          {files.map((file) => (
            <FileItem
              key={file.id}
              file={file}
              chosen={chosen}
              onGone={() => button.current?.querySelector('button')?.focus()}
            />
          ))}
        </ul>
      )}
      <input ref={input} type="file" multiple hidden accept={offered} onChange={choose} data-for={id} />
      <div ref={button}>
        <Button
          id={id}
          type="button"
          variant="secondary"
          small
          className="hw-attach"
          aria-describedby={`${id}-hint`}
          onClick={() => input.current?.click()}
        >
          {label ?? t('files.attach')}
        </Button>
      </div>
      <Hint id={`${id}-hint`}>{t('files.hint')}</Hint>
      <LiveRegion message={attached.length > 0 ? t('files.attached', { names: attached.join(', ') }) : ''} />
    </FormGroup>
  );
}
