import type { DemoThread } from '../thread-shapes.ts';

export const amaraThreads: readonly DemoThread[] = [
  {
    key: 'amara-sleep',
    patient: 'amara',
    team: 'FRT',
    label: 'MENTAL_HEALTH',
    subject: 'Sleeping less since the clocks changed',
    inCopy: ['chidi'],
    messages: [
      {
        from: 'amara',
        daysAgo: 6,
        time: '07:40',
        text: 'Hello. I have slept about five and a half hours for three nights. I feel fine, which is what worries me. I am taking everything as usual. I have put Chidi in copy because he is on my plan.',
      },
      {
        from: 'bell',
        daysAgo: 6,
        time: '10:15',
        text: 'Thank you for telling us so early, Amara. That is exactly what the plan is for. Could you keep the telephone in the kitchen tonight and note down when you fall asleep and wake? Have you been buying or planning more than usual?',
      },
      {
        from: 'amara',
        daysAgo: 6,
        time: '12:52',
        text: 'No buying. I did say yes to two extra shifts at the print shop.',
      },
      {
        from: 'chidi',
        daysAgo: 5,
        time: '18:20',
        text: 'We had supper together. She was herself, a bit quick but laughing. I can come by each evening this week.',
      },
      {
        from: 'okafor',
        daysAgo: 5,
        time: '18:55',
        text: 'That is good to know, thank you both. No change to the medicines for now. Amara, would you move one of the extra shifts? If you sleep under five hours for two nights running, ring us the same day.',
      },
      {
        from: 'amara',
        daysAgo: 3,
        time: '08:05',
        text: 'Seven hours last night and six and a half the night before. I gave one shift away and they were nice about it.',
      },
      {
        from: 'bell',
        daysAgo: 2,
        time: '09:30',
        text: 'Well done, that was not an easy thing to ask for. Keep the sleep diary until we meet next week and we will look at it together over coffee.',
      },
    ],
  },
  {
    key: 'amara-one-needle',
    patient: 'amara',
    team: 'HLP',
    label: 'GENERAL',
    subject: 'Can both blood tests be on the same morning?',
    inCopy: [],
    messages: [
      {
        from: 'amara',
        daysAgo: 13,
        time: '16:30',
        text: 'I have two blood tests due, and one is the HbA1c for the diabetes clinic. Can Sister Whitlock take both at once? Needles and I are not friends.',
      },
      {
        from: 'whitlock',
        daysAgo: 12,
        time: '09:05',
        text: 'Of course. One needle, two bottles. Come at 8:50am, before your morning tablets, and have a good drink of water first. It is booked and you will see it in your diary.',
      },
      { from: 'amara', daysAgo: 12, time: '09:20', text: 'Perfect, thank you.' },
    ],
  },
  {
    key: 'amara-meter',
    patient: 'amara',
    team: 'NDC',
    label: 'GENERAL',
    subject: 'Before your visit to the diabetes clinic',
    inCopy: [],
    messages: [
      {
        from: 'amara',
        daysAgo: 5,
        time: '18:30',
        text: 'Hello, we meet in about three weeks. Is there anything I should think about before then?',
      },
      {
        from: 'shah',
        daysAgo: 4,
        time: '11:00',
        text: 'Dear Amara, thank you for asking. Is there one thing you would like to make sure we talk about? Your last HbA1c was 51, so you are nearly at the goal you set.',
      },
      {
        from: 'amara',
        daysAgo: 1,
        time: '19:45',
        text: 'Yes please: what to eat at choir suppers. Everybody brings cake and I do not want to be the one who says no every Thursday.',
      },
    ],
  },
];
