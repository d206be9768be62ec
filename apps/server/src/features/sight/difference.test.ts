import { describe, expect, it } from 'vitest';
import { differenceOf, type Seen } from './difference.ts';

const now: Seen = {
  entries: [
    ['a', 'GENERAL', 'MEDICINE'],
    ['b', 'MENTAL_HEALTH', 'MEDICINE'],
    ['c', 'MENTAL_HEALTH', 'MEDICINE'],
  ],
  threads: ['t'],
};

describe('the difference between two sights', () => {
  it('counts by label and kind, and names what is gained and lost', () => {
    const after: Seen = {
      entries: [
        ['d', 'SOCIAL_CARE', 'CARE_PLAN'],
        ['a', 'GENERAL', 'MEDICINE'],
        ['c', 'MENTAL_HEALTH', 'MEDICINE'],
      ],
      threads: ['u'],
    };
    expect(differenceOf(now, after)).toEqual({
      counts: [
        { label: 'GENERAL', kind: 'MEDICINE', now: 1, after: 1 },
        { label: 'MENTAL_HEALTH', kind: 'MEDICINE', now: 2, after: 1 },
        { label: 'SOCIAL_CARE', kind: 'CARE_PLAN', now: 0, after: 1 },
      ],
      gained: ['d'],
      lost: ['b'],
      gainedCount: 1,
      lostCount: 1,
      threadsGained: ['u'],
      threadsLost: ['t'],
    });
  });

  it('is nothing between a sight and itself', () => {
    expect(differenceOf(now, now)).toMatchObject({
      gained: [],
      lost: [],
      threadsGained: [],
      threadsLost: [],
    });
  });
});
