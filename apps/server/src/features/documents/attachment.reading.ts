import { columns, defineReading, sealed, value } from '../../platform/reading/reading.ts';

/** Longest text that is shown in place, in bytes; longer ones are opened as files. */
const LONGEST_TEXT = 200_000;

const ofFile = (place: string, row: string, blob: string) => ({
  place,
  blob,
  row: `${row}.id`,
  patient: `${row}.patient_id`,
  label: `${row}.label`,
  scope: `coalesce(${row}.thread_id, ${row}.entry_id)`,
});

defineReading({
  type: 'Attachment',
  table: 'attachment',
  fields: {
    id: value(({ row }) => `heldwell.global_id('A', ${row}.patient_id, ${row}.id)`),
    ...columns('contentType', 'size'),
    title: sealed<string>(
      'title',
      ({ row }) => ofFile('attachment.title', row, `${row}.title`),
      (title) => title,
    ),
    // Decoded in Node: PostgreSQL stops at bytes that are no UTF-8, a person reads around them.
    text: sealed<Buffer>(
      'text_bytes',
      ({ row }) => ({
        ...ofFile(
          'attachment.bytes',
          row,
          `case when ${row}.size <= ${LONGEST_TEXT} and ${row}.content_type ~* '^text/plain' then ${row}.bytes end`,
        ),
        raw: true,
      }),
      (bytes) => bytes.toString('utf8'),
    ),
    path: value(
      ({ row }) =>
        `'/files/' || lower(heldwell.viewer_app()) || '/' || heldwell.global_id('A', ${row}.patient_id, ${row}.id)`,
    ),
  },
});
