import { PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { months, years } from '../../fhir/story-calendar.ts';

const { bell } = PROFESSIONALS;

const brother = PATIENTS.amara.nextOfKin;

export const goals: readonly Scene[] = [
  each(goal, [
    {
      key: 'goal-sleep',
      aim: 'Sleep seven hours on most nights',
      from: -months(10),
      due: months(2),
      progress: 'improving',
      note: 'Telephone charges in the kitchen now. Five good nights out of seven this month.',
      by: bell,
    },
    {
      key: 'goal-work',
      aim: 'Work three days a week at the print shop',
      from: -months(18),
      due: -months(4),
      progress: 'achieved',
      note: 'Began with one day. Three days since the spring.',
      by: bell,
    },
  ]),
];

export const safetyPlan: readonly Scene[] = [
  each(carePlan, [
    {
      key: 'safety-plan',
      title: 'My safety plan',
      kind: 'Safety plan',
      summary: 'What I do, and what others do, when I am getting unwell.',
      from: -months(7),
      review: months(5),
      by: bell,
      addresses: ['bipolar'],
      sections: [
        [
          'My warning signs',
          'I sleep less than five hours and do not feel tired. I talk fast. I buy things at night. I stop answering Chidi.',
        ],
        [
          'What I can do myself',
          'Turn the telephone off at 9pm. Walk along the harbour. Cook something slow. Write it down instead of sending it.',
        ],
        ['What helps', 'A quiet room. Short sentences. Being told the plan for the day. My green blanket.'],
        ['What makes it worse', 'Being argued with. Bright lights. Many new faces in one day.'],
        [
          'People I can call',
          `Chidi, my brother: ${brother.phone}. Tom Bell at Fernside, Monday to Friday 9am to 5pm: 020 7946 0120.`,
        ],
        [
          'If I am not safe',
          'Ring 111 and choose mental health (option 2), day or night. In danger to life ring 999.',
        ],
        [
          'Medicines in a crisis',
          'Do not stop lithium suddenly. Penicillin gives me a rash and makes my face swell.',
        ],
      ],
    },
  ]),
];

const plan = {
  kind: 'Care plan',
  by: bell,
  addresses: ['bipolar'],
} as const;

/** Amara's care plan, the one it replaced, her safety plan and the goals she works on with Tom. */
export const plans: readonly Scene[] = [
  each(carePlan, [
    {
      ...plan,
      key: 'care-plan-first',
      title: 'Coming home from hospital',
      summary: 'The first months after Willow Ward.',
      from: -years(6.1),
      review: -years(5.1),
      superseded: true,
      sections: [
        [
          'What we agreed',
          'Tom visits each week, then each month. Blood test each week until the lithium level is steady.',
        ],
        ['Living', 'Back to the flat in Quay Street. Chidi stays for the first fortnight.'],
      ],
    },
    {
      ...plan,
      key: 'care-plan',
      title: 'Staying well',
      summary: 'What matters to me, and what each of us does.',
      from: -months(10),
      review: months(2),
      goals: ['goal-sleep', 'goal-work'],
      sections: [
        [
          'What matters to me',
          'My work at the print shop, the choir on Thursdays, and being asked before things are decided.',
        ],
        ['What I do', 'Take my medicines, keep a sleep diary, tell Tom early rather than late.'],
        [
          'What the team does',
          'Sees me every few weeks. Checks the lithium level every three months. Answers messages within 2 working days.',
        ],
        [
          'What my GP does',
          'Looks after my diabetes, thyroid and blood pressure, and the yearly health check.',
        ],
        ['Who else is involved', 'Chidi, my brother. Kwame at Lantern. Priya at the diabetes clinic.'],
      ],
    },
  ]),
];
