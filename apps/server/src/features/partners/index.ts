export { allow as allowApp, openRequest } from './answer-request.service.ts';
export { beginRequest } from './app-request.ts';
export { ensurePartner, type NewPartner } from './partner.ts';
export { PartnersResolver } from './partners.resolver.ts';
export { SCOPES } from './scopes.ts';
export { servePartners } from './serve-partners.ts';
