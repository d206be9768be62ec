import { registerEnumType } from 'type-graphql';

export const ThreadState = {
  SENT: 'SENT',
  READ_BY_TEAM: 'READ_BY_TEAM',
  ANSWERED: 'ANSWERED',
  CLOSED: 'CLOSED',
} as const;
export type ThreadState = keyof typeof ThreadState;
registerEnumType(ThreadState, {
  name: 'ThreadState',
  description: 'Where a discussion stands, as the patient is told.',
  valuesConfig: {
    SENT: { description: 'The team has not read the newest message.' },
    READ_BY_TEAM: { description: 'The team has read it.' },
    ANSWERED: { description: 'Staff wrote last.' },
    CLOSED: { description: 'It has ended; a new message opens it again.' },
  },
});

export const AuthorRole = { PATIENT: 'PATIENT', CARER: 'CARER', STAFF: 'STAFF' } as const;
export type AuthorRole = keyof typeof AuthorRole;
registerEnumType(AuthorRole, {
  name: 'AuthorRole',
  description: 'As what somebody writes.',
  valuesConfig: {
    PATIENT: { description: 'The person whose record it is.' },
    CARER: { description: 'Family, friend or paid carer.' },
    STAFF: { description: 'A member of a team.' },
  },
});
