import './access-request.reading.ts';

export {
  AccessRequestAnsweredResolver,
  AccessRequestsResolver,
  RecordRequestsResolver,
  SharingRequestsResolver,
} from './access-requests.resolver.ts';
