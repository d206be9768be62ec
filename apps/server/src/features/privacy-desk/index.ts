export {
  PrivacyDeskFieldsResolver,
  PrivacyDeskResolver,
  ReviewedGrantResolver,
  ViewerDesksResolver,
} from './desk.resolver.ts';
