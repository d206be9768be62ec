import { defineRoot } from '../../platform/reading/read.ts';
import { columns, defineReading, one, value } from '../../platform/reading/reading.ts';

defineReading({
  type: 'Team',
  table: 'team',
  fields: {
    id: value(({ row }) => `heldwell.global_id('q', ${row}.id)`),
    ...columns('code', 'name', 'description', 'answerTime', 'openingHours'),
    organisation: one('Organisation', ({ row }, it) => ({
      where: `${it}.id = ${row}.organisation_id`,
      key: `${it}.id`,
    })),
    viewerRole: value(
      ({ row }) => `(select m.role from heldwell.team_member m where m.team_id = ${row}.id
        and m.person_id = heldwell.viewer_person() and m.left_at is null)`,
    ),
  },
});

/** A team the viewer works in. */
export const ownTeam = defineRoot<{ id: string }>({
  name: 'own_team',
  of: 'Team',
  rows: (it, arg) => ({
    where: `${it}.id = ${arg('id', 'uuid')} and ${it}.id = any ((select heldwell.viewer_teams())::uuid[])`,
  }),
});

/** Every team the viewer works in. */
export const ownTeams = defineRoot<object>({
  name: 'own_teams',
  of: 'Team',
  rows: (it) => ({
    where: `${it}.id = any ((select heldwell.viewer_teams())::uuid[])`,
    orderBy: `${it}.name`,
  }),
});
