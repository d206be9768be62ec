import type { PrivacyLabelName } from '@heldwell/ui';
import type { GrantRight } from './grant-words.ts';

/** What somebody sees and may do. */
export type Access = { labels: readonly PrivacyLabelName[]; rights: readonly GrantRight[] };

/** Somebody shares a record for the person whose it is: whose, and what they hold themself. They give no more. */
export type GivingFor = Access & { record: string; name: string };
