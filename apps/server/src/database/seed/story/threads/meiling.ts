import type { DemoThread } from '../thread-shapes.ts';

export const meilingThreads: readonly DemoThread[] = [
  {
    key: 'meiling-exam-room',
    patient: 'meiling',
    team: 'LPS',
    label: 'SOCIAL_CARE',
    subject: 'Exam hall on the 3rd floor',
    inCopy: [],
    messages: [
      {
        from: 'meiling',
        daysAgo: 5,
        time: '22:48',
        text: 'They moved my exam to the big hall on the third floor. I went to look at it and had to leave. I do not want to ring the college.',
      },
      {
        from: 'asante',
        daysAgo: 4,
        time: '10:20',
        text: 'You went to look at it. That counts for a lot. You do not have to ring: the letter we wrote has an e-mail address on it. Shall we write to them together when we meet, or do you want a first draft from me today?',
      },
      { from: 'meiling', daysAgo: 4, time: '10:41', text: 'A draft please. Short.' },
      {
        from: 'asante',
        daysAgo: 4,
        time: '12:05',
        text: 'Here it is: "Please could I sit near the door in the third-floor hall, and see the room once when it is empty? You have a letter from Lantern that explains why. Thank you, Mei-Ling Carter." Change whatever does not sound like you.',
      },
      {
        from: 'meiling',
        daysAgo: 2,
        time: '16:15',
        text: 'They said yes to both!! I can see it on Friday at 5.',
      },
    ],
  },
  {
    key: 'meiling-sertraline',
    patient: 'meiling',
    team: 'HLP',
    label: 'MENTAL_HEALTH',
    subject: 'Feeling better, do I still need sertraline?',
    inCopy: [],
    messages: [
      {
        from: 'meiling',
        daysAgo: 8,
        time: '20:30',
        text: 'I have felt okay for about two months. Can I stop the tablets? I have not stopped, I am just asking.',
      },
      {
        from: 'hughes',
        daysAgo: 6,
        time: '13:15',
        text: 'I am so glad, and thank you for asking first. We usually suggest six months of feeling well before coming off, and then slowly over some weeks, because stopping at once can make people feel dizzy and low. Shall we plan it in your next review? You can write your questions here beforehand.',
      },
      { from: 'meiling', daysAgo: 6, time: '13:50', text: 'Okay. That makes sense. I will make a list.' },
    ],
  },
];
