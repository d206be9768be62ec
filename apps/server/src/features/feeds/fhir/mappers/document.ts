import type { DocumentReference } from 'fhir/r4.js';
import { type Mapped, present } from '../entry-draft.ts';
import type { References } from '../fhir-references.ts';
import { nameOfConcept } from '../wording/concept.ts';
import { whenOf } from '../wording/fhir-time.ts';
import { attachmentFrom } from './attachments.ts';

/** DocumentReference → DOCUMENT, with the files that were sent along or as Binary resources of the same run. */
export function documentFrom(resource: DocumentReference, references: References): Mapped {
  const files = resource.content.map(({ attachment }) => ({
    attachment,
    sent: attachmentFrom(attachment, references),
  }));
  const type = nameOfConcept(resource.type);
  const author = references.nameLine(resource.author) ?? references.nameOf(resource.custodian);
  const named = resource.description ?? files.find(({ attachment }) => attachment.title)?.attachment.title;
  const title = named ?? type ?? 'Document';
  return {
    kind: 'DOCUMENT',
    when: whenOf(resource.date, resource.context?.period, files[0]?.attachment.creation),
    concept: resource.type,
    fhirStatus: resource.status,
    title,
    summary: [type === title ? undefined : type, author].filter(Boolean).join(', '),
    content: present({
      type,
      author,
      description: resource.description,
      links: files.flatMap(({ attachment, sent }) =>
        attachment.url && !sent ? [present({ title: attachment.title, url: attachment.url })] : [],
      ),
    }),
    attachments: files.flatMap(({ sent, attachment }) =>
      sent ? [{ ...sent, title: attachment.title ?? title }] : [],
    ),
  };
}
