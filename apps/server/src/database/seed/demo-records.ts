import { importRun, sourceOfText } from '../../features/feeds/index.ts';
import type { Services } from '../../platform/context.ts';
import { type DemoBundle, demoBundles } from './story/demo-bundles.ts';

/** Brings the story's bundles in through the importer: for each sender and team one run, its directory first. */
export async function importStory(services: Services, toldAsOf: Date): Promise<void> {
  const bundles = demoBundles(toldAsOf);
  for (const ods of new Set(bundles.map(({ organisation }) => organisation))) {
    const [directory, ...episodes] = bundles.filter(({ organisation }) => organisation === ods);
    if (!directory) continue;
    for (const team of new Set(episodes.map((episode) => episode.team))) {
      await importGroup(services, [directory, ...episodes.filter((one) => one.team === team)], {
        team,
        toldAsOf,
      });
    }
  }
}

async function importGroup(
  services: Services,
  bundles: readonly DemoBundle[],
  { team, toldAsOf }: { team: string | undefined; toldAsOf: Date },
): Promise<void> {
  const ods = bundles[0]?.organisation ?? '';
  const sources = bundles.map(({ bundle }, at) => sourceOfText(`story ${ods} ${at}`, JSON.stringify(bundle)));
  const report = await importRun(services, { organisation: { ods }, team, sources, now: toldAsOf });
  const wrong = report.sources.filter(({ refused, tally }) => refused || tally.HELD + tally.REFUSED > 0);
  if (wrong.length > 0) {
    throw new Error(
      `The demo story was not taken in: ${JSON.stringify(wrong.map(({ problems }) => problems))}`,
    );
  }
}
