export { givingOf, throughWhat } from './giving.ts';
export { endsOf, ownGrantTo } from './own-grant.ts';
export { shareRecord, shareWithOrganisation, shareWithTeam } from './share.service.ts';
export { receiptByGrant } from './sharing.reading.ts';
export { SharingResolver } from './sharing.resolver.ts';
export { type ShareOutcome, SharingRefused, sharingRefused } from './sharing.results.ts';
export { changeSharing, publishInboxesOf, stopSharing } from './sharing.service.ts';
export {
  RecordSharingResolver,
  SharingChangedResolver,
  SharingHistoryResolver,
} from './sharing-fields.resolver.ts';
export { stopAllSharing } from './stop-all.service.ts';
export { WishesResolver } from './wishes.resolver.ts';
