import { PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import { letter } from '../../fhir/document.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { months, weeks } from '../../fhir/story-calendar.ts';
import { START } from './blood-counts.ts';

const { okafor, bell } = PROFESSIONALS;

export const plans: readonly Scene[] = [
  each(goal, [
    {
      key: 'goal-shed',
      aim: "Go to the men's shed every Wednesday",
      from: -months(9),
      due: months(3),
      progress: 'improving',
      note: 'Went 9 weeks out of 12. Made a bird table.',
      by: bell,
    },
  ]),
  each(carePlan, [
    {
      key: 'care-plan',
      title: 'My care plan',
      kind: 'Care plan',
      summary: 'Clozapine, the shed, and peace at home.',
      from: -months(9),
      review: months(3),
      by: bell,
      addresses: ['schizophrenia'],
      goals: ['goal-shed'],
      sections: [
        ['What matters to me', 'My home with Rhian. Speaking Welsh. Making things with my hands.'],
        [
          'Medicines',
          'Clozapine morning and night. If I miss it for two days I ring the clinic before taking it again.',
        ],
        [
          'Smoking and clozapine',
          'If I stop or cut down smoking I tell the clinic first: the level in my blood goes up.',
        ],
        [
          'Who does what',
          'Clinic: blood count every four weeks. Tom: visits each month. Dr Hughes: my chest.',
        ],
      ],
    },
    {
      key: 'safety-plan',
      title: 'My safety plan',
      kind: 'Safety plan',
      summary: 'If the voices get loud again.',
      from: -months(9),
      review: months(3),
      by: bell,
      addresses: ['schizophrenia'],
      sections: [
        [
          'My warning signs',
          'I sit up at night. I turn the radio on in every room. I stop going to the shed.',
        ],
        ['What helps', "Rhian's voice. Headphones with choir music. A walk up the hill."],
        [
          'People I can call',
          `Rhian: ${PATIENTS.gareth.nextOfKin.phone}. Tom Bell at Fernside: 020 7946 0120.`,
        ],
        [
          'Go to hospital the same day',
          'Fever, sore throat or shivering: it may be my blood count. Tell them I take clozapine.',
        ],
        [
          'If I am not safe',
          'Ring 111 and choose mental health (option 2), day or night. In danger to life ring 999.',
        ],
      ],
    },
  ]),
];

export const letters: readonly Scene[] = [
  each(letter, [
    {
      key: 'letter-start',
      title: 'Starting clozapine',
      kind: 'Clinic letter',
      on: START + 18,
      by: okafor,
      paragraphs: [
        'Annwyl Gareth,',
        'You went home from Birch Ward on clozapine 200 mg at night. Your blood count is checked every week for 18 weeks, then every two weeks until a year is over, then every four weeks. Without the count the pharmacy cannot supply the tablets.',
        'If you have a fever, a sore throat or feel shivery, have a blood count the same day. Please do not let yourself get constipated: tell us early.',
        'Os hoffech gael y llythyr hwn yn Gymraeg, rhowch wybod i ni. If you would like this letter in Welsh, please tell us.',
      ],
    },
    {
      key: 'letter-year',
      title: 'One year on clozapine',
      kind: 'Clinic letter',
      on: START + weeks(53),
      by: okafor,
      paragraphs: [
        'Annwyl Gareth,',
        'You told me the voices are now "a radio in another house". Your blood counts have been safe all year, but for one that was a little low and came back by itself. From today a count every four weeks is enough.',
        'Your weight has gone up by 7 kg. Tom will help you with the walking group, and Sister Whitlock with stopping smoking. Please tell the clinic before you change how much you smoke.',
      ],
    },
  ]),
];
