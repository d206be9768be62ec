import type { Access } from '@heldwell/views';

/**
 * What most carers are given, from least to most. Access goes by labels, so "diary and plan" is all under the two labels
 * where those stand, and the words say so. Sexual health, social care, the log and sharing for somebody are in none of
 * them: who gives those ticks them one by one.
 */
export const presets = {
  look: { labels: ['GENERAL'], rights: ['SEE'] },
  talk: { labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'] },
  plan: { labels: ['GENERAL', 'MENTAL_HEALTH'], rights: ['SEE'] },
  help: {
    labels: ['GENERAL', 'MENTAL_HEALTH'],
    rights: ['SEE', 'MESSAGE', 'REQUEST_APPOINTMENT', 'ADD'],
  },
} satisfies Record<string, Access>;

export type PresetName = keyof typeof presets;

/** In the order they are offered. */
export const presetNames = Object.keys(presets) as PresetName[];

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** The preset that gives just this; none where it is a choice of one's own. */
export const presetOf = ({ labels, rights }: Access): PresetName | undefined =>
  presetNames.find(
    (name) => isSameSet(presets[name].labels, labels) && isSameSet(presets[name].rights, rights),
  );
