import './record-lists.reading.ts';
import './shared-entry.reading.ts';
import './trend.reading.ts';

export { DocumentAddedResolver, DocumentsResolver } from './add-document.resolver.ts';
export { Entry } from './entry.type.ts';
export { EntryKind } from './entry-enums.ts';
export { positionOf, type Range } from './range-position.ts';
export { EntryRelabelledResolver, RecordResolver } from './record.resolver.ts';
export { RecordListsResolver } from './record-lists.resolver.ts';
export {
  type Headline,
  type Measured,
  sealEntry,
  sealVersion,
} from './sealed-entry.ts';
export {
  EntryReadersResolver,
  GrantEntryResolver,
  GrantVersionEntryResolver,
  ReceiptEntryResolver,
} from './shared-entry.resolver.ts';
