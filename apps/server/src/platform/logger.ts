import { pino } from 'pino';

/** The process's log: ids, counts and durations only, never clinical text, names, queries or variables. */
export const logger = pino({
  base: null,
  level: 'warn',
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['req.headers.cookie', 'req.headers.authorization'],
});
