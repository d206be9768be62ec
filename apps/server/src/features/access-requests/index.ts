import './access-request.reading.ts';

export {
  AccessRequestAnsweredResolver,
  AccessRequestsResolver,
  SharingRequestsResolver,
} from './access-requests.resolver.ts';
