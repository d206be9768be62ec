import type { DemoThread } from '../thread-shapes.ts';

export const garethThreads: readonly DemoThread[] = [
  {
    key: 'gareth-smoking-dose',
    patient: 'gareth',
    team: 'FRT',
    label: 'MENTAL_HEALTH',
    subject: 'I am down to four a day. Do the tablets change?',
    inCopy: [],
    messages: [
      {
        from: 'gareth',
        daysAgo: 9,
        time: '14:10',
        text: 'Bore da. I smoke four a day now, it was fifteen. You said to tell you. I am sleepy in the mornings.',
      },
      {
        from: 'bell',
        daysAgo: 9,
        time: '15:40',
        text: 'Da iawn, Gareth. That is a huge change, and you were right to tell us. When people smoke less, the clozapine in the blood goes up, and sleepiness can be the first sign. Could you come for a level on Thursday, before your morning tablets?',
      },
      { from: 'gareth', daysAgo: 9, time: '16:05', text: 'Yes. Rhian will drive.' },
      {
        from: 'okafor',
        daysAgo: 4,
        time: '12:30',
        text: 'Gareth, your level is 0.55, which is inside the range we aim for but higher than before. Please keep the same dose. If you become more sleepy, dribble more or feel unsteady, write here or ring us the same day.',
      },
      { from: 'gareth', daysAgo: 4, time: '17:22', text: 'Diolch. I will.' },
    ],
  },
  {
    key: 'gareth-inhaler',
    patient: 'gareth',
    team: 'HLP',
    label: 'GENERAL',
    subject: 'The morning inhaler makes me cough',
    inCopy: ['rhian'],
    messages: [
      {
        from: 'gareth',
        daysAgo: 3,
        time: '10:02',
        text: 'The inhaler in the morning, I cough each time. I have put Rhian in copy, she will say it better.',
      },
      {
        from: 'rhian',
        daysAgo: 3,
        time: '10:12',
        text: 'Rhian here. He coughs straight away, and then he does not want the second puff. Could somebody show him again?',
      },
      {
        from: 'whitlock',
        daysAgo: 2,
        time: '08:45',
        text: 'Thank you both. That often happens when the breath in is quick. Breathe out first, Gareth, then in slowly, as if through a straw, and hold to five. Bring it to your visit with me and we will practise together.',
      },
      { from: 'gareth', daysAgo: 1, time: '11:30', text: 'Slow is better. Less cough today.' },
    ],
  },
];
