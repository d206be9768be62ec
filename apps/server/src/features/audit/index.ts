import './access-log.reading.ts';

export { AccessLogResolver } from './access-log.resolver.ts';
