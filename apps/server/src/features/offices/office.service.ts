import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import { readableCode } from '../../platform/secrets.ts';
import { effectiveLabels } from '../consent/index.ts';
import type {
  ChangeMemberInput,
  ChangeOrganisationInput,
  ChangeTeamInput,
  CreateTeamInput,
  OfficeInput,
  SetLogoInput,
  TeamMemberInput,
} from './office.inputs.ts';
import { MOST_BYTES, MOST_PIXELS, pictureOf } from './picture.ts';

/** What the database answers a command of an office: null to a stranger, who learns no more. */
export type OfficeOutcome =
  | 'DONE'
  | 'DONE_BEFORE'
  | 'CODE_TAKEN'
  | 'NO_MEMBER'
  | 'ADMINISTRATOR_ONLY'
  | 'LAST_ADMINISTRATOR'
  | null;

export async function carriedOut(
  context: Context,
  text: string,
  values: readonly unknown[],
): Promise<OfficeOutcome> {
  const [answer] = await context.scope.query<{ done: OfficeOutcome }>({
    text: `select heldwell.${text} as done`,
    values: [...values],
  });
  return answer?.done ?? null;
}

/** Words a person typed, or null where they left them out. */
export const said = (words: string | null | undefined): string | null => words?.trim() || null;

export const createTeam = (context: Context, input: CreateTeamInput): Promise<OfficeOutcome> =>
  carriedOut(context, 'create_team($1, $2, $3, $4)', [
    input.id,
    readId('ORGANISATION', input.organisation),
    input.code,
    input.name.trim(),
  ]);

export function changeTeam(context: Context, input: ChangeTeamInput): Promise<OfficeOutcome> {
  const labels = effectiveLabels(input.defaultLabels);
  if (labels.length === 0) throw badInput([{ path: 'defaultLabels', code: 'CHOOSE_AT_LEAST_ONE' }]);
  const settings = {
    name: input.name.trim(),
    description: said(input.description),
    default_labels: labels,
    takes_messages: input.takesMessages,
    answer_time: said(input.answerTime),
    opening_hours: said(input.openingHours),
  };
  return carriedOut(context, 'change_team($1, $2)', [readId('TEAM', input.team), settings]);
}

/** Long enough that trying codes finds none, short enough for a poster. */
const JOIN_CODE_LENGTH = 8;

export const setJoinCode = (context: Context, team: string, on: boolean): Promise<OfficeOutcome> =>
  carriedOut(context, 'set_join_code($1, $2)', [
    readId('TEAM', team),
    on ? readableCode(JOIN_CODE_LENGTH) : null,
  ]);

export const changeOrganisation = (
  context: Context,
  input: ChangeOrganisationInput,
): Promise<OfficeOutcome> =>
  carriedOut(context, 'change_organisation($1, $2)', [
    readId('ORGANISATION', input.organisation),
    {
      service_name: said(input.serviceName),
      welcome: said(input.welcome),
      default_label: input.defaultLabel,
      asks_own_check: input.asksOwnCheck,
    },
  ]);

/** Keeps the very bytes, once they are a picture of the right kind and size: nothing is drawn anew. */
export function setLogo(context: Context, input: SetLogoInput): Promise<OfficeOutcome> {
  const organisation = readId('ORGANISATION', input.organisation);
  if (!input.picture) return carriedOut(context, 'set_logo($1, null, null)', [organisation]);
  const bytes = Buffer.from(input.picture, 'base64');
  const refuse = (code: string) => badInput([{ path: 'picture', code }]);
  if (bytes.length > MOST_BYTES) throw refuse('TOO_LARGE');
  const picture = pictureOf(bytes);
  if (!picture) throw refuse('NO_PICTURE');
  if (Math.max(picture.width, picture.height) > MOST_PIXELS) throw refuse('TOO_MANY_PIXELS');
  return carriedOut(context, 'set_logo($1, $2, $3)', [organisation, bytes, picture.type]);
}

/** Does what changes what somebody may see, and has every stream of theirs judged again, on every node. */
async function judgedAgain(
  context: Context,
  person: string,
  act: () => Promise<OfficeOutcome>,
): Promise<OfficeOutcome> {
  // Before: the act may end them.
  const sessions = await context.scope.query<{ id: string }>({
    text: 'select id from heldwell.sessions_to_judge($1) id',
    values: [person],
  });
  const done = await act();
  if (done === 'DONE') {
    for (const { id } of sessions)
      context.scope.publish({ channel: channels.session(id), ids: { judge: 1 } });
  }
  return done;
}

export const changeMember = (context: Context, input: ChangeMemberInput): Promise<OfficeOutcome> =>
  carriedOut(context, 'change_member($1, $2, $3, $4)', [
    readId('TEAM', input.team),
    readId('PERSON', input.person),
    input.role,
    said(input.jobTitle),
  ]);

export function removeMember(context: Context, input: TeamMemberInput): Promise<OfficeOutcome> {
  const [team, person] = [readId('TEAM', input.team), readId('PERSON', input.person)];
  return judgedAgain(context, person, () => carriedOut(context, 'remove_member($1, $2)', [team, person]));
}

const officeValues = (input: OfficeInput): [string, string, string] => [
  readId('ORGANISATION', input.organisation),
  readId('PERSON', input.person),
  input.office,
];

export const giveOffice = (context: Context, input: OfficeInput): Promise<OfficeOutcome> =>
  carriedOut(context, 'give_office($1, $2, $3)', officeValues(input));

export const endOffice = (context: Context, input: OfficeInput): Promise<OfficeOutcome> =>
  judgedAgain(context, readId('PERSON', input.person), () =>
    carriedOut(context, 'end_office($1, $2, $3)', officeValues(input)),
  );
