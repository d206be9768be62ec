import type { PrivacyLabel } from './cast-shapes.ts';

export interface DemoMessage {
  /** Key of a patient, carer or professional of the cast. */
  from: string;
  /** Days before today; the order of the messages is the order they were sent in. */
  daysAgo: number;
  /** London wall-clock time, HH:MM. */
  time: string;
  text: string;
}

export interface DemoThread {
  /** Stable: the client-chosen ids of the thread and its messages are made of it. */
  key: string;
  patient: string;
  /** Code of the team that is written to, or that writes. */
  team: string;
  label: PrivacyLabel;
  subject: string;
  /** Keys of carers who read along and may write. */
  inCopy: readonly string[];
  messages: readonly DemoMessage[];
}
