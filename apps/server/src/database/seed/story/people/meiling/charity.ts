import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { months, weeks } from '../../fhir/story-calendar.ts';

const { asante } = PROFESSIONALS;

const LIBRARY = 'The Old Library, Mill Street';

const session = {
  title: 'Peer support with Kwame',
  with: asante,
  place: LIBRARY,
  time: '17:00',
  minutes: 50,
};

function sessions(chart: Chart): void {
  for (const [index, ago] of [9, 7, 4, 2, 1].entries()) {
    encounter(chart, {
      key: `session-${index + 1}`,
      kind: index === 2 ? 'VR' : 'AMB',
      title: 'Peer support session',
      on: -months(ago),
      time: '17:00',
      minutes: 50,
      by: asante,
      place: LIBRARY,
    });
  }
}

const lantern: readonly Scene[] = [
  each(appointment, [
    { ...session, key: 'appointment-1', on: -months(1) },
    {
      ...session,
      key: 'appointment-2',
      on: 12,
      advice: 'We can walk instead of sitting down, if it is dry.',
    },
    { ...session, key: 'appointment-3', on: weeks(6) },
  ]),
  each(goal, [
    {
      key: 'goal-lectures',
      label: 'SOCIAL_CARE',
      aim: 'Sit in the lecture hall twice a week',
      from: -months(7),
      due: months(2),
      progress: 'improving',
      note: 'Near the door, with a friend. Twice in most weeks now.',
      by: asante,
    },
    {
      key: 'goal-telephone',
      label: 'SOCIAL_CARE',
      aim: 'Make one telephone call a week',
      from: -months(4),
      due: months(3),
      progress: 'in-progress',
      by: asante,
    },
  ]),
  each(carePlan, [
    {
      key: 'support-plan',
      label: 'SOCIAL_CARE',
      title: 'Support plan',
      kind: 'Support plan',
      summary: 'Small steps, in my own order.',
      from: -months(7),
      review: months(2),
      by: asante,
      goals: ['goal-lectures', 'goal-telephone'],
      sections: [
        ['What is hard', 'Full rooms, telephone calls, and the hour before anything starts.'],
        [
          'What helps',
          'Knowing where the door is. Breathing out for longer than in. A message instead of a call.',
        ],
        ['If it gets too much', 'I ring 111 and choose mental health (option 2), or text SHOUT to 85258.'],
      ],
    },
  ]),
  each(letter, [
    {
      key: 'letter-college',
      label: 'SOCIAL_CARE',
      title: 'Letter for your college',
      kind: 'Report',
      on: -months(5),
      by: asante,
      paragraphs: [
        'To whom it may concern,',
        'Mei-Ling Carter has been coming to Lantern Peer Support since last year. She has asked me to write that a seat near the door and notice of any change of room make a real difference to her.',
        'She is happy to talk about this herself, in writing rather than by telephone.',
      ],
    },
  ]),
  each(encounter, [
    {
      key: 'housing-visit',
      label: 'SOCIAL_CARE',
      kind: 'HH',
      title: 'Help with a housing form',
      on: -months(6),
      minutes: 60,
      by: asante,
    },
  ]),
  sessions,
];

/** Mei-Ling at Lantern: small steps with Kwame. */
export const meilingAtCharity: Episode = {
  organisation: ORGANISATIONS.charity,
  patient: PATIENTS.meiling,
  team: 'LPS',
  scenes: [lantern],
};
