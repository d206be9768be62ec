import type { DemoThread } from '../thread-shapes.ts';

export const sunilThreads: readonly DemoThread[] = [
  {
    key: 'sunil-weight',
    patient: 'sunil',
    team: 'HLP',
    label: 'GENERAL',
    subject: 'My weight this week',
    inCopy: [],
    messages: [
      {
        from: 'sunil',
        daysAgo: 7,
        time: '08:15',
        text: 'Good morning. Monday 77.8, Wednesday 78.4, today 79.1. My ankles are a little tight in the evening. I feel well otherwise.',
      },
      {
        from: 'whitlock',
        daysAgo: 7,
        time: '09:10',
        text: 'Thank you, Mr Rao, these numbers help a great deal. That is more than one kilo in five days. Are you more breathless lying down, and have you had salty food or missed a water tablet?',
      },
      {
        from: 'sunil',
        daysAgo: 7,
        time: '09:55',
        text: 'Not breathless. My neighbour brought pickle and I was not modest with it.',
      },
      {
        from: 'hughes',
        daysAgo: 7,
        time: '13:20',
        text: 'Pickle will do it. Please leave it for now, keep the tablets as they are, and weigh yourself each morning. If you reach 80 kg, or need an extra pillow, ring us the same day.',
      },
      { from: 'sunil', daysAgo: 4, time: '08:05', text: '78.2 this morning and the ankles are loose again.' },
      {
        from: 'whitlock',
        daysAgo: 4,
        time: '09:00',
        text: 'Lovely. We will check your kidneys at the blood test in three weeks. Well spotted.',
      },
    ],
  },
  {
    key: 'sunil-evenings',
    patient: 'sunil',
    team: 'FRT',
    label: 'MENTAL_HEALTH',
    subject: "Meena's birthday next week",
    inCopy: [],
    messages: [
      {
        from: 'sunil',
        daysAgo: 3,
        time: '21:10',
        text: 'It would have been her 70th next week. I do not know what to do with the day. I am not in danger. I only wanted to say it to somebody.',
      },
      {
        from: 'bell',
        daysAgo: 2,
        time: '09:20',
        text: 'Thank you for saying it to us, Sunil. Some people find it easier to give such a day a shape: one thing for her, one thing for you, and one person. I can come that morning, if you would like it.',
      },
      {
        from: 'sunil',
        daysAgo: 2,
        time: '11:45',
        text: 'Please come. I shall make her tea, the way she liked it, and we can take some beans to her sister.',
      },
      {
        from: 'bell',
        daysAgo: 1,
        time: '10:05',
        text: 'I would be honoured. I will be with you at 10:30am. If an evening before then gets too heavy, the Samaritans answer day and night on 116 123, and so does 111, option 2.',
      },
    ],
  },
];
