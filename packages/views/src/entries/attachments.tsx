import { useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './details.messages.json';
import type { EntryDetailEntry } from './entry-words.ts';

type Attachment = EntryDetailEntry['attachments'][number];

function useSizeWords(): (bytes: number) => string {
  const t = useT(messages);
  const format = useFormat();
  return (bytes) => {
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    if (kilobytes < 1024) return t('details.kilobytes', { size: format.count(kilobytes) });
    return t('details.megabytes', { size: format.count(Math.round(kilobytes / 102.4) / 10) });
  };
}

/** The files that came with an entry: plain text is shown, and each opens through the same check of who may see it. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT(messages);
  const sizeOf = useSizeWords();
  if (attachments.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('details.files')}</h2>
      {attachments.map(({ id, title, contentType, size, text, path }) => (
        <div key={id} className="hw-attachment">
          {text && <div className="hw-plain-text">{text}</div>}
          <p>
            <a href={path} target="_blank" rel="noreferrer">
              {t('details.download', { title: title ?? t('details.attachment') })}
            </a>{' '}
            <span className="hw-quiet">
              {t('details.file-facts', { type: contentType, size: sizeOf(size) })}
            </span>
          </p>
        </div>
      ))}
    </section>
  );
}
