export { endOfDay } from './end-of-day.ts';
export type { Format, Profile, Quantity, Range } from './format.ts';
export { createFormat } from './format.ts';
export type { Moment } from './moments.ts';
export { dayKey } from './moments.ts';
export type { NameParts } from './people.ts';
export { FormattingProvider, useFormat } from './provider.tsx';
export { plainUnit } from './units.ts';
