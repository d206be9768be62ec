import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { months } from '../../fhir/story-calendar.ts';

const { asante } = PROFESSIONALS;

const LIBRARY = 'The Old Library, Mill Street';

const session = {
  title: 'Peer support with Kwame',
  with: asante,
  place: LIBRARY,
  time: '16:00',
  minutes: 60,
};

function sessions(chart: Chart): void {
  for (const [index, ago] of [17, 14, 11, 9, 7, 5, 3, 1].entries()) {
    encounter(chart, {
      key: `session-${index + 1}`,
      kind: 'AMB',
      title: 'Peer support session',
      on: -months(ago),
      time: '16:00',
      minutes: 60,
      by: asante,
      place: LIBRARY,
    });
  }
}

const peerSupport: readonly Scene[] = [
  each(appointment, [
    { ...session, key: 'appointment-1', on: -months(3) },
    { ...session, key: 'appointment-2', on: -months(1) },
    { ...session, key: 'appointment-3', on: 16 },
  ]),
  each(goal, [
    {
      key: 'goal-choir',
      label: 'SOCIAL_CARE',
      aim: 'Sing at the spring concert',
      from: -months(8),
      due: months(5),
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
      summary: 'What Kwame and I do together.',
      from: -months(17),
      review: months(1),
      by: asante,
      goals: ['goal-choir'],
      sections: [
        ['What we do', 'Meet once a month, walk and talk. Go along together the first time to anything new.'],
        ['What we do not do', 'Kwame does not talk to my family or the teams unless I ask him to.'],
      ],
    },
  ]),
  sessions,
];

const socialCare: readonly Scene[] = [
  each(letter, [
    {
      key: 'needs-assessment',
      label: 'SOCIAL_CARE',
      title: 'Assessment of care and support needs',
      kind: 'Assessment',
      on: -months(16),
      by: asante,
      paragraphs: [
        'This is a summary of what we talked about in two visits to your flat in Quay Street.',
        'You manage your home, food and washing well. Money is harder in some weeks than in others: you have asked for your rent to be paid straight from your benefits, and for Chidi to be told if a payment is missed.',
        'You would like company in the evenings more than help with tasks. We agreed on peer support each month and help with the benefits form in the spring.',
      ],
    },
  ]),
  each(encounter, [
    {
      key: 'needs-visit',
      label: 'SOCIAL_CARE',
      kind: 'HH',
      title: 'Visit about care and support needs',
      on: -months(16) - 3,
      minutes: 90,
      by: asante,
    },
  ]),
];

/** Amara at Lantern: peer support, and the assessment of what helps at home. */
export const amaraAtCharity: Episode = {
  organisation: ORGANISATIONS.charity,
  patient: PATIENTS.amara,
  team: 'LPS',
  scenes: [peerSupport, socialCare],
};
