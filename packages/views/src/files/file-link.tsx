import { useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './files.messages.json';

/** A file as it stands beside a message or an entry. */
export type ShownFile = { id: string; title: string | null; contentType: string; size: number; path: string };

/** Gives the size of a file in words: "12 kB". */
export function useSizeWords(): (bytes: number) => string {
  const t = useT(messages);
  const format = useFormat();
  return (bytes) => {
    const kilobytes = Math.max(1, Math.round(bytes / 1_000));
    if (kilobytes < 1_000) return t('files.kilobytes', { size: format.count(kilobytes) });
    return t('files.megabytes', { size: format.count(Math.round(kilobytes / 100) / 10) });
  };
}

/** Gives what a file is, in a word a person knows. */
function useTypeWords(): (contentType: string) => string {
  const t = useT(messages);
  return (contentType) => {
    if (contentType.startsWith('application/pdf')) return t('files.type-pdf');
    if (contentType.startsWith('image/')) return t('files.type-picture');
    return t(contentType.startsWith('text/') ? 'files.type-text' : 'files.type-file');
  };
}

/** Opens a file in a tab of its own, through the same check of who may see it; with what it is and how large. */
export function FileLink({ file }: { file: ShownFile }) {
  const t = useT(messages);
  const typeOf = useTypeWords();
  const sizeOf = useSizeWords();
  const facts = t('files.facts', { type: typeOf(file.contentType), size: sizeOf(file.size) });
  return (
    <>
      <a href={file.path} target="_blank" rel="noreferrer">
        {t('files.open', { name: file.title ?? t('files.unnamed') })}
      </a>{' '}
      <span className="hw-quiet">({facts})</span>
    </>
  );
}
