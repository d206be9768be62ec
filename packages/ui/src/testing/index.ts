export { axeViolations } from './axe.ts';
