export { SightDifferenceResolver, SightResolver } from './sight.resolver.ts';
