export { ExactPersonInput } from './emergency.inputs.ts';
export { EmergencyResolver } from './emergency.resolver.ts';
export { exactly } from './emergency.service.ts';
