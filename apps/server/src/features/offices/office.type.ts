import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { Organisation, TeamRole } from '../organisations/index.ts';

export const Office = { ADMINISTRATOR: 'ADMINISTRATOR', PRIVACY_OFFICER: 'PRIVACY_OFFICER' } as const;
export type Office = keyof typeof Office;
registerEnumType(Office, {
  name: 'Office',
  description: 'An office of an organisation. None gives any reading of a record.',
  valuesConfig: {
    ADMINISTRATOR: {
      description: 'Runs the organisation here: teams, people, what greets those it invites.',
    },
    PRIVACY_OFFICER: { description: 'Looks after privacy: emergencies, questions, freezes, court orders.' },
  },
});

export const OfficeChangeKind = {
  TEAM_CREATED: 'TEAM_CREATED',
  TEAM_CHANGED: 'TEAM_CHANGED',
  JOIN_CODE: 'JOIN_CODE',
  ORGANISATION_CHANGED: 'ORGANISATION_CHANGED',
  LOGO: 'LOGO',
  STAFF_INVITED: 'STAFF_INVITED',
  STAFF_INVITATION_WITHDRAWN: 'STAFF_INVITATION_WITHDRAWN',
  MEMBER_JOINED: 'MEMBER_JOINED',
  MEMBER_CHANGED: 'MEMBER_CHANGED',
  MEMBER_REMOVED: 'MEMBER_REMOVED',
  OFFICE_GIVEN: 'OFFICE_GIVEN',
  OFFICE_ENDED: 'OFFICE_ENDED',
} as const;
export type OfficeChangeKind = keyof typeof OfficeChangeKind;
registerEnumType(OfficeChangeKind, {
  name: 'OfficeChangeKind',
  description: 'What was changed in an organisation.',
  valuesConfig: {
    TEAM_CREATED: { description: 'A team was made.' },
    TEAM_CHANGED: { description: 'A setting of a team: `subject` is its name.' },
    JOIN_CODE: { description: 'The code with which people add themselves to a team.' },
    ORGANISATION_CHANGED: { description: 'A setting of the organisation: `subject` is its name.' },
    LOGO: { description: 'The logo.' },
    STAFF_INVITED: { description: 'Somebody was asked to work here.' },
    STAFF_INVITATION_WITHDRAWN: { description: 'An invitation of staff was taken back.' },
    MEMBER_JOINED: { description: 'Somebody took an invitation up.' },
    MEMBER_CHANGED: { description: 'What somebody is in a team.' },
    MEMBER_REMOVED: { description: 'Somebody left a team.' },
    OFFICE_GIVEN: { description: 'Somebody was given an office.' },
    OFFICE_ENDED: { description: 'Somebody’s office ended.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Somebody who works in a team.' })
export class StaffMember {
  @Field(() => ID, { description: 'The person’s opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => TeamRole, { description: 'What they are in the team.' })
  role!: TeamRole;

  @Field(() => String, { nullable: true, description: 'What they do, in words.' })
  jobTitle!: string | null;

  @Field(() => DateTimeText, { description: 'Since when.' })
  joinedAt!: string;

  @Field(() => Boolean, {
    description: 'Whether the viewer may change or remove them: an administrator all, a coordinator members.',
  })
  viewerMayChange!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who holds an office.' })
export class StaffOfficer {
  @Field(() => ID, { description: 'The person’s opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => Office, { description: 'The office.' })
  office!: Office;

  @Field(() => DateTimeText, { description: 'Since when.' })
  since!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An invitation of staff that nobody took up yet.' })
export class StaffInvitation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was sent; null only where it cannot be opened.',
  })
  email!: string | null;

  @Field(() => TeamRole, { nullable: true, description: 'What they will be in the team.' })
  role!: TeamRole | null;

  @Field(() => Office, { nullable: true, description: 'The office they will hold.' })
  office!: Office | null;

  @Field(() => String, { nullable: true, description: 'What they will do, in words.' })
  jobTitle!: string | null;

  @Field(() => String, { description: 'Who invited them.' })
  invitedBy!: string;

  @Field(() => DateTimeText, { description: 'Until when the link can be used.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One change in an organisation; kept for ever.' })
export class OfficeChange {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Who changed it.' })
  by!: string;

  @Field(() => OfficeChangeKind, { description: 'What kind of change.' })
  kind!: OfficeChangeKind;

  @Field(() => String, { nullable: true, description: 'The team; null for the organisation itself.' })
  team!: string | null;

  @Field(() => String, { description: 'Whom or which setting it was about.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'What it was before.' })
  was!: string | null;

  @Field(() => String, { nullable: true, description: 'What it became.' })
  became!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A team as those see it who run it.' })
export class StaffTeam {
  @Field(() => ID, { description: 'The team’s opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code of the team.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Organisation, { description: 'Its organisation.' })
  organisation!: Organisation;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  description!: string | null;

  @Field(() => [PrivacyLabel], { description: 'What it sees of a patient it begins to care for.' })
  defaultLabels!: PrivacyLabel[];

  @Field(() => Boolean, { description: 'Whether patients can write to it.' })
  takesMessages!: boolean;

  @Field(() => String, { nullable: true, description: 'How soon it usually answers, in words.' })
  answerTime!: string | null;

  @Field(() => String, { nullable: true, description: 'When it works, in words.' })
  openingHours!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With it people add themselves to the team; null while that is off.',
  })
  joinCode!: string | null;

  @Field(() => [StaffMember], { description: 'Who works in it, by family name, at most 500.' })
  members!: StaffMember[];

  @Field(() => [StaffInvitation], { description: 'Invitations that wait, newest first, at most 100.' })
  invitations!: StaffInvitation[];

  @Field(() => Boolean, {
    description: 'Whether the viewer administers its organisation: they choose roles and offices.',
  })
  viewerAdministers!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'An organisation as its administrators see it.' })
export class StaffOrganisation {
  @Field(() => ID, { description: 'The organisation’s opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its code in the Organisation Data Service.' })
  odsCode!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it calls this service to those it invites; null: Heldwell.',
  })
  serviceName!: string | null;

  @Field(() => String, { nullable: true, description: 'What greets those it invites.' })
  welcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Its logo as a data URL; null where there is none.' })
  logo!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it shows nothing it sent before its own check of who somebody is.',
  })
  asksOwnCheck!: boolean;

  @Field(() => PrivacyLabel, { description: 'The label of what it sends, where that names none.' })
  defaultLabel!: PrivacyLabel;

  @Field(() => [StaffTeam], { description: 'Its teams, by name, at most 500.' })
  teams!: StaffTeam[];

  @Field(() => [StaffOfficer], { description: 'Who holds an office, by family name, at most 500.' })
  officers!: StaffOfficer[];

  @Field(() => [StaffInvitation], {
    description: 'Invitations to an office alone that wait, newest first, at most 100.',
  })
  invitations!: StaffInvitation[];
}
