import type { TestAnswers } from '@heldwell/client/testing';
import { page } from './pages.ts';

/** A patient's question about who looked, for tests. */
export function aQuestion(changes: Record<string, unknown> = {}) {
  return {
    id: 'question-1',
    organisation: 'Fernside Mental Health NHS Foundation Trust',
    askedBy: 'Amara Nwosu',
    words: 'I have never met this person.',
    askedAt: '2026-08-07T09:00:00.000000+00:00',
    outcome: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    viewerMayAnswer: true,
    entry: {
      id: 'look-1',
      kind: 'OPENED',
      at: '2026-08-06T13:30:00.000000+00:00',
      person: 'Tom Bell',
      role: 'MEMBER',
      team: 'Fernside Recovery Team',
      organisation: 'Fernside Mental Health NHS Foundation Trust',
      purpose: 'DIRECT_CARE',
      lookedAt: ['RESULTS'],
      opened: null,
      sharingChange: null,
      sharedWith: null,
      labels: [],
    },
    ...changes,
  };
}

/** A record opened in an emergency, for tests. */
export function anEmergency(changes: Record<string, unknown> = {}) {
  return {
    id: 'emergency-1',
    person: 'Ngozi Okafor',
    team: 'Fernside Recovery Team',
    patient: 'Mei-Ling Carter',
    reason: 'Found unconscious at the station.',
    openedAt: '2026-08-06T13:30:00.000000+00:00',
    closesAt: '2026-08-06T14:30:00.000000+00:00',
    outcome: null,
    note: null,
    reviewedBy: null,
    viewerMayReview: true,
    ...changes,
  };
}

/** A whole record that waits for the second officer, for tests. */
export function aFreeze(changes: Record<string, unknown> = {}) {
  return {
    id: 'freeze-1',
    kind: 'RECORD',
    name: 'Amara Nwosu',
    reason: 'Somebody else signs in as her.',
    askedBy: 'Daniel Osei',
    askedAt: '2026-08-06T13:30:00.000000+00:00',
    confirmedBy: null,
    inForce: false,
    liftedAt: null,
    liftedBy: null,
    liftReason: null,
    viewerMayConfirm: true,
    ...changes,
  };
}

/** What a court ordered, for tests. */
const courtOrder = {
  id: 'order-1',
  reference: 'FD26P00001',
  patient: 'Amara Nwosu',
  grantee: 'Fernside Recovery Team',
  labels: ['MENTAL_HEALTH'],
  validUntil: null as string | null,
  givenBy: 'Daniel Osei',
};

/** The answer to a question for a part of the desk. */
export const desk = (part: object) => ({ data: { privacyDesk: part } });

/** What the pretended server answers to a privacy officer of Fernside. */
export const deskStory: TestAnswers = {
  DeskEmergencies: desk({ emergencies: page([anEmergency()]) }),
  DeskQuestions: ({ waiting }) => desk({ questions: page(waiting ? [aQuestion()] : []) }),
  DeskFreezes: desk({ freezes: [aFreeze()] }),
  DeskPeople: desk({ people: [{ id: 'person-2', name: 'Ngozi Okafor', teams: 'Fernside Recovery Team' }] }),
  DeskCourtOrders: desk({ courtOrders: [courtOrder] }),
  DeskTeams: desk({ teams: [{ id: 'team-1', name: 'Fernside Recovery Team' }] }),
  ReviewEmergency: { data: { reviewEmergency: true } },
  FreezeRecord: { data: { freezeRecord: true } },
  FreezePerson: { data: { freezePerson: true } },
  ConfirmFreeze: { data: { confirmFreeze: true } },
  LiftFreeze: { data: { liftFreeze: true } },
  GiveCourtOrder: { data: { giveCourtOrder: true } },
  EndCourtOrder: { data: { endCourtOrder: true } },
};
