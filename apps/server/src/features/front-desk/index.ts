import './front-desk.reading.ts';
import './matching/match.reading.ts';
import './standing/standing.reading.ts';

export { FrontDeskResolver, TakingUpResolver } from './front-desk.resolver.ts';
export { MatchResolver, TeamMatchesResolver } from './matching/match.resolver.ts';
export {
  StandingResolver,
  TeamClosedRecordsResolver,
  ViewerClosedByResolver,
} from './standing/standing.resolver.ts';
