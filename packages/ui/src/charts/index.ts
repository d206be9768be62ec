export type { TrendPoint } from './geometry.ts';
export { TrendChart } from './trend-chart.tsx';
export { type Trend, useTrendSummary } from './trend-summary.ts';
