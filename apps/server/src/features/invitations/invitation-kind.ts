import { registerEnumType } from 'type-graphql';

export const InvitationKind = {
  TAKE_UP_RECORD: 'TAKE_UP_RECORD',
  CARE_FOR: 'CARE_FOR',
  TREAT: 'TREAT',
} as const;
export type InvitationKind = keyof typeof InvitationKind;
registerEnumType(InvitationKind, {
  name: 'InvitationKind',
  description: 'What an invitation link is for.',
  valuesConfig: {
    TAKE_UP_RECORD: { description: 'A person takes up the record that was made for them.' },
    CARE_FOR: { description: 'A carer gets access to somebody else’s record.' },
    TREAT: {
      description:
        'A professional gets access by themself: no employer here has checked who they are, and they are shown so.',
    },
  },
});
