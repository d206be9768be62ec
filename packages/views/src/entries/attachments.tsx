import { useT } from '@heldwell/ui/i18n';
import { FileLink } from '../files/file-link.tsx';
import messages from './details.messages.json';
import type { EntryDetailEntry } from './entry-words.ts';

type Attachment = EntryDetailEntry['attachments'][number];

/** The files that came with an entry: plain text is shown, and each opens through the same check of who may see it. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT(messages);
  if (attachments.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('details.files')}</h2>
      {attachments.map((file) => (
        <div key={file.id} className="hw-attachment">
          {file.text && <div className="hw-plain-text">{file.text}</div>}
          <p>
            <FileLink file={file} />
          </p>
        </div>
      ))}
    </section>
  );
}
