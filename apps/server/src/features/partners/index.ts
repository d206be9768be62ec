export { ensurePartner, type NewPartner } from './partner.ts';
export { PartnersResolver } from './partners.resolver.ts';
export { type PartnerDoors, servePartners } from './serve-partners.ts';
