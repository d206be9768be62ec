import type { Bundle } from 'fhir/r4.js';
import type { DemoOrganisation, DemoPatient, PrivacyLabel } from '../cast-shapes.ts';
import type { Chart } from './chart.ts';
import { closeChart, openChart } from './patient.ts';
import type { StoryCalendar } from './story-calendar.ts';

/** One part of a story, written into a chart. */
export type Scene = (chart: Chart) => void;

/** A scene of one kind of entry, in the order given. */
export function each<Spec>(write: (chart: Chart, spec: Spec) => unknown, specs: readonly Spec[]): Scene {
  return (chart) => {
    for (const spec of specs) write(chart, spec);
  };
}

/** One person's years with one organisation, told in scenes. */
export interface Episode {
  organisation: DemoOrganisation;
  patient: DemoPatient;
  /** The team that cares for the person there; none where a hospital only sends what it has. */
  team?: string;
  /** What the organisation's entries carry unless they say otherwise; GENERAL when left out. */
  label?: PrivacyLabel;
  scenes: ReadonlyArray<Scene | readonly Scene[]>;
}

export function episodeBundle(episode: Episode, calendar: StoryCalendar): Bundle {
  const chart = openChart({ ...episode, calendar });
  for (const scene of episode.scenes.flat()) scene(chart);
  return closeChart(chart);
}
