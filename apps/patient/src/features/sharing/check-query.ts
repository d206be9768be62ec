import { graphql } from '@heldwell/client';
import { FrameRecord } from '../../my-record/index.ts';
import { type MyGrant, MyGrantFields } from './sharing-query.ts';

/** What teams have because they care for the patient, and which of it the patient has not decided about. */
export const CheckSharingQuery = graphql(
  `query CheckSharing {
    viewer {
      record {
        ...FrameRecord
        sharing { grants { ...MyGrantFields } undecided { id } }
      }
    }
  }`,
  [FrameRecord, MyGrantFields],
);

export const KeepSharing = graphql(`
  mutation KeepSharing($input: KeepSharingInput!) { keepSharing(input: $input) { id } }
`);

/** What is kept in the address's state on the way through the teams. */
export type CheckState = {
  /** The grants looked at this time, in their order. */
  ids?: readonly string[];
  /** Those that ended on the way: the team's name, and where the receipt is. */
  ended?: Record<string, { name: string; receipt?: string }>;
  /** Comes from taking up the record, and goes on to Home when there is nothing to check. */
  first?: boolean;
};

type Asked = { grants: readonly MyGrant[]; undecided: readonly { id: string }[] };

/** What a team has because it cares for the patient. */
const ofDirectCare = ({ basis, thread, labels, state }: MyGrant): boolean =>
  basis === 'DIRECT_CARE' && thread === null && labels.length > 0 && state !== 'EXPIRED';

/** The grants to look at, in their order: as they were at the beginning, else the undecided ones, else all. */
export function toCheck({ grants, undecided }: Asked, { ids }: CheckState): readonly string[] {
  if (ids) return ids;
  if (undecided.length > 0) return undecided.map(({ id }) => id);
  return grants.filter(ofDirectCare).map(({ id }) => id);
}

/** Where one goes on after a team: to the next one, or to what was decided. */
export function nextOf(ids: readonly string[], id: string): string {
  const next = ids[ids.indexOf(id) + 1];
  return next ? `/sharing/check/${next}` : '/sharing/check/done';
}
