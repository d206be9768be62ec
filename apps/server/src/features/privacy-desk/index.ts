export { PrivacyDeskFieldsResolver, PrivacyDeskResolver, ViewerDesksResolver } from './desk.resolver.ts';
