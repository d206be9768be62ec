import { columns, defineReading, derived, value } from '../../platform/reading/reading.ts';

/** Longest text that is shown in place, in bytes; longer ones are opened as files. */
const LONGEST_TEXT = 200_000;

defineReading({
  type: 'Attachment',
  table: 'attachment',
  fields: {
    id: value(({ row }) => `heldwell.global_id('A', ${row}.patient_id, ${row}.id)`),
    ...columns('title', 'contentType', 'size'),
    // Decoded in Node: PostgreSQL stops at bytes that are no UTF-8, a person reads around them.
    text: derived<{ text_bytes: string | null }>(
      {
        text_bytes: ({
          row,
        }) => `case when ${row}.size <= ${LONGEST_TEXT} and ${row}.content_type ~* '^text/plain'
          then encode(${row}.bytes, 'base64') end`,
      },
      ({ text_bytes }) => (text_bytes === null ? null : Buffer.from(text_bytes, 'base64').toString('utf8')),
    ),
    path: value(
      ({ row }) =>
        `'/files/' || lower(heldwell.viewer_app()) || '/' || heldwell.global_id('A', ${row}.patient_id, ${row}.id)`,
    ),
  },
});
