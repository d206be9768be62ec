import { PROFESSIONALS } from '../../cast.ts';
import { letter } from '../../fhir/document.ts';
import { appointment } from '../../fhir/encounter.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';

const { okafor, bell } = PROFESSIONALS;

const CLINIC = 'Fernside House, 4 Alder Road, first floor';

const review = { title: 'Review with Dr Okafor', with: okafor, place: CLINIC, minutes: 40, time: '14:00' };
const time = {
  title: 'Time with Tom Bell',
  with: bell,
  place: 'Quay Street Café, by the harbour',
  time: '11:15',
};

export const diary: readonly Scene[] = [
  each(appointment, [
    { ...review, key: 'appointment-1', on: -months(20) },
    { ...review, key: 'appointment-2', on: -months(14), status: 'noshow' },
    { ...review, key: 'appointment-3', on: -months(13) },
    {
      ...review,
      key: 'appointment-4',
      on: -months(8),
      status: 'cancelled',
      whyCancelled: 'The clinic had to move it',
    },
    { ...review, key: 'appointment-5', on: -months(7) },
    { ...review, key: 'appointment-6', on: -months(2) },
    {
      ...review,
      key: 'appointment-7',
      on: weeks(5),
      advice: 'Please have your lithium blood test the week before. You may bring somebody with you.',
    },
    { ...time, key: 'appointment-8', on: -weeks(5), minutes: 45 },
    { ...time, key: 'appointment-9', on: 9, minutes: 45 },
    { ...time, key: 'appointment-10', on: weeks(8), minutes: 45 },
  ]),
];

export const letters: readonly Scene[] = [
  each(letter, [
    {
      key: 'letter-discharge',
      title: 'Summary of your stay on Willow Ward',
      kind: 'Discharge summary',
      on: -years(6.12),
      by: okafor,
      paragraphs: [
        'Dear Amara,',
        'You stayed with us for 23 nights after several weeks of little sleep and racing thoughts. We agreed that this was a manic episode and that bipolar disorder explains what happened now and in earlier years.',
        'You left on olanzapine 10 mg at night and will start lithium in clinic. Please have blood tests each week at first. Tom Bell from the Recovery Team will visit you within 7 days.',
        'You told us what helped: a quiet room, your brother on the telephone, and being told the plan each morning.',
      ],
    },
    {
      key: 'letter-change',
      title: 'Changing from olanzapine to aripiprazole',
      kind: 'Clinic letter',
      on: -years(4.38),
      by: okafor,
      paragraphs: [
        'Dear Amara,',
        'You have gained 14 kg since you began olanzapine and this troubles you. We agreed to change to aripiprazole over four weeks and to stay on lithium 600 mg.',
        'If you sleep fewer than five hours for two nights, please ring the team the same day. Harbour Lane Surgery will check your blood sugar once a year.',
      ],
    },
    {
      key: 'letter-review',
      title: 'Your review with Dr Okafor',
      kind: 'Clinic letter',
      on: -months(2) + 1,
      by: okafor,
      paragraphs: [
        'Dear Amara,',
        'It was good to hear about the choir and your three days a week at the print shop. Your mood has been steady for over two years and your lithium level is where we want it.',
        'We agreed: keep lithium 800 mg at night and aripiprazole 10 mg in the morning; blood tests every three months; your own early signs stay at the top of your safety plan.',
        'You asked whether lithium and metformin may be taken together. Yes, they may. Please drink enough on hot days and when you are unwell, and ring us if you have vomiting or a shaking hand.',
      ],
    },
  ]),
];
