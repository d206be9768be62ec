export { RecordSharingResolver, SharingHistoryResolver, SharingResolver } from './sharing.resolver.ts';
