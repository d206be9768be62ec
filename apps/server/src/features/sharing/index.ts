export { giverOf, givingOf, throughWhat } from './giving.ts';
export {
  RecordSharingResolver,
  SharingChangedResolver,
  SharingHistoryResolver,
} from './sharing-fields.resolver.ts';
export { SharingResolver } from './sharing.resolver.ts';
export { WishesResolver } from './wishes.resolver.ts';
export { SharingRefused, sharingRefused } from './sharing.results.ts';
