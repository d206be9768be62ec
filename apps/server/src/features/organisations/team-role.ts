import { registerEnumType } from 'type-graphql';

export const TeamRole = { MEMBER: 'MEMBER', COORDINATOR: 'COORDINATOR', MANAGER: 'MANAGER' } as const;
export type TeamRole = keyof typeof TeamRole;
registerEnumType(TeamRole, {
  name: 'TeamRole',
  description: 'What a person is in a team.',
  valuesConfig: {
    MEMBER: { description: 'Works in the team.' },
    COORDINATOR: { description: 'Runs the team: members, settings.' },
    MANAGER: { description: "Sees the team's workload." },
  },
});
