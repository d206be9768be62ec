import './attachment.reading.ts';
import './record-lists.reading.ts';
import './trend.reading.ts';

export { Entry } from './entry.type.ts';
export { EntryKind } from './entry-enums.ts';
export { openAttachment } from './open-attachment.ts';
export { positionOf, type Range } from './range-position.ts';
export { EntryRelabelledResolver, RecordResolver } from './record.resolver.ts';
export { RecordListsResolver } from './record-lists.resolver.ts';
export {
  type Headline,
  type Measured,
  sealEntry,
  sealFile,
  sealTitle,
  sealVersion,
} from './sealed-entry.ts';
