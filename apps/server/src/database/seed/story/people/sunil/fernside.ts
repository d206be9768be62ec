import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { condition } from '../../fhir/condition.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { measurement } from '../../fhir/observation.ts';
import { months, spread, weeks } from '../../fhir/story-calendar.ts';

const { okafor, bell } = PROFESSIONALS;
const HOME = 'At home, 51 Orchard Way';

const illness: readonly Scene[] = [
  each(condition, [
    {
      key: 'depression',
      name: 'Depression',
      snomed: '35489007',
      onset: -months(19),
      by: okafor,
      note: 'Began after the death of his wife, Meena.',
    },
  ]),
  each(prescription, [
    {
      key: 'mirtazapine-15',
      name: 'Mirtazapine 15mg tablets',
      dose: '1 tablet at night',
      reason: 'Depression',
      from: -months(18),
      until: -months(15),
      whyStopped: 'Dose raised',
      by: okafor,
    },
    {
      key: 'mirtazapine-30',
      name: 'Mirtazapine 30mg tablets',
      dose: '1 tablet at night',
      reason: 'Depression',
      from: -months(15),
      by: okafor,
    },
  ]),
  each(encounter, [
    {
      key: 'assessment',
      kind: 'HH',
      title: 'First assessment at home',
      on: -months(19),
      minutes: 75,
      by: okafor,
      place: HOME,
    },
    {
      key: 'review-1',
      kind: 'HH',
      title: 'Review with psychiatrist',
      on: -months(15),
      minutes: 40,
      by: okafor,
      place: HOME,
    },
    {
      key: 'review-2',
      kind: 'VR',
      title: 'Review with psychiatrist',
      on: -months(3),
      minutes: 30,
      by: okafor,
    },
  ]),
];

function visits(chart: Chart): void {
  const scores = [19, 17, 14, 12, 12, 13, 9, 8];
  for (const [index, on] of spread(scores.length, -months(18), -weeks(4)).entries()) {
    const key = `coordinator-${index + 1}`;
    encounter(chart, {
      key,
      kind: 'HH',
      title: 'Home visit from care coordinator',
      on,
      time: '10:30',
      minutes: 50,
      by: bell,
      place: HOME,
    });
    measurement(chart, {
      key: `phq9-${index + 1}`,
      test: 'phq9',
      value: scores[index] ?? 0,
      on,
      time: '10:40',
      by: bell,
      category: 'survey',
      encounter: key,
    });
  }
}

const plans: readonly Scene[] = [
  each(goal, [
    {
      key: 'goal-allotment',
      aim: 'Be at the allotment on two mornings a week',
      from: -months(8),
      due: months(4),
      progress: 'improving',
      note: 'Broad beans are in. A neighbour drives on wet days.',
      by: bell,
    },
  ]),
  each(carePlan, [
    {
      key: 'care-plan',
      title: 'My care plan',
      kind: 'Care plan',
      summary: 'Company, the allotment, and letters I can read.',
      from: -months(8),
      review: months(4),
      by: bell,
      addresses: ['depression'],
      goals: ['goal-allotment'],
      sections: [
        ['What matters to me', 'My home, my garden, and talking about Meena without being hurried.'],
        [
          'How to reach me',
          'Letters in large print, 16 point or bigger. Ring the house telephone and let it ring.',
        ],
        [
          'What the team does',
          'Tom visits every few weeks. Dr Okafor reviews the medicine every few months.',
        ],
        [
          'Heart and mind',
          'My heart tablets and the medicine for mood are checked together. Sertraline lowered my sodium.',
        ],
      ],
    },
    {
      key: 'safety-plan',
      title: 'My safety plan',
      kind: 'Safety plan',
      summary: 'For the long evenings.',
      from: -months(8),
      review: months(4),
      by: bell,
      addresses: ['depression'],
      sections: [
        ['My warning signs', 'I stop cooking. I leave the post unopened. I sit in the dark.'],
        ['What helps', 'The radio, the neighbours, going out before noon.'],
        [
          'People I can call',
          'Tom Bell at Fernside, Monday to Friday 9am to 5pm: 020 7946 0120. Samaritans, day or night: 116 123.',
        ],
        [
          'If I am not safe',
          'Ring 111 and choose mental health (option 2), day or night. In danger to life ring 999.',
        ],
      ],
    },
  ]),
];

const visit = { title: 'Home visit from Tom Bell', with: bell, place: HOME, time: '10:30', minutes: 50 };
const diary: readonly Scene[] = [
  each(appointment, [
    { ...visit, key: 'appointment-1', on: -weeks(10) },
    { ...visit, key: 'appointment-2', on: -weeks(4) },
    { ...visit, key: 'appointment-3', on: 8 },
    {
      key: 'appointment-4',
      title: 'Review with Dr Okafor',
      with: okafor,
      place: 'By video; Tom will be with you and bring the tablet',
      on: months(3),
      time: '11:00',
    },
  ]),
  each(letter, [
    {
      key: 'letter-assessment',
      title: 'Our first visit to you',
      kind: 'Clinic letter',
      on: -months(19) + 3,
      by: okafor,
      paragraphs: [
        'Dear Mr Rao,',
        'Thank you for letting us come to your home. You have been low since Meena died, you sleep badly and food has no taste. We agreed that this is depression as well as grief.',
        'Your sodium was low, which sertraline can cause. You will change to mirtazapine, which also helps with sleep and appetite. Dr Hughes will check the sodium in two weeks.',
      ],
    },
  ]),
];

/** Sunil and the Fernside Recovery Team: depression after a loss, slowly lifting. */
export const sunilAtFernside: Episode = {
  organisation: ORGANISATIONS.fernside,
  patient: PATIENTS.sunil,
  team: 'FRT',
  label: 'MENTAL_HEALTH',
  scenes: [illness, visits, plans, diary],
};
