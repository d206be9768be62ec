import './front-desk.reading.ts';

export { FrontDeskResolver, TakingUpResolver } from './front-desk.resolver.ts';
