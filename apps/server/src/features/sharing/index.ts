export { giverOf, givingOf, throughWhat } from './giving.ts';
export {
  RecordSharingResolver,
  SharingChangedResolver,
  SharingHistoryResolver,
} from './sharing-fields.resolver.ts';
export { SharingResolver } from './sharing.resolver.ts';
export { WishesResolver } from './wishes.resolver.ts';
export { publishInboxesOf } from './sharing.service.ts';
export { shareRecord } from './share.service.ts';
export { receiptByGrant } from './sharing.reading.ts';
export { type ShareOutcome, SharingRefused, sharingRefused } from './sharing.results.ts';
