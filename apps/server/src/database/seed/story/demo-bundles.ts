import type { Bundle } from 'fhir/r4.js';
import { ORGANISATIONS, PROFESSIONALS } from './cast.ts';
import { directoryBundle } from './fhir/directory.ts';
import { type Episode, episodeBundle } from './fhir/episode.ts';
import { storyCalendar } from './fhir/story-calendar.ts';
import { amaraAtCharity } from './people/amara/charity.ts';
import { amaraAtFernside } from './people/amara/fernside.ts';
import { amaraAtHospital } from './people/amara/hospital.ts';
import { amaraAtSurgery } from './people/amara/surgery.ts';
import { garethAtFernside } from './people/gareth/fernside.ts';
import { garethAtHospital } from './people/gareth/hospital.ts';
import { garethAtSurgery } from './people/gareth/surgery.ts';
import { meilingAtCharity } from './people/meiling/charity.ts';
import { meilingAtSurgery } from './people/meiling/surgery.ts';
import { sunilAtFernside } from './people/sunil/fernside.ts';
import { sunilAtHospital } from './people/sunil/hospital.ts';
import { sunilAtSurgery } from './people/sunil/surgery.ts';

/** A bundle as its sender would hand it to the importer. */
export interface DemoBundle {
  /** ODS code of the sender. */
  organisation: string;
  /** Team code whose DIRECT_CARE grant comes with the import; none for what a hospital only sends. */
  team?: string;
  bundle: Bundle;
}

const EPISODES: readonly Episode[] = [
  amaraAtFernside,
  amaraAtSurgery,
  amaraAtHospital,
  amaraAtCharity,
  garethAtFernside,
  garethAtSurgery,
  garethAtHospital,
  meilingAtSurgery,
  meilingAtCharity,
  sunilAtSurgery,
  sunilAtHospital,
  sunilAtFernside,
];

/**
 * The demo story as FHIR R4 transactions: for each organisation first its directory (the organisation and its
 * professionals), then one bundle for each of its patients. References reach from a patient's bundle into the
 * directory of the same organisation, so those two belong to one run of the importer.
 *
 * Dates are counted from `today`, so that appointments lie ahead; the same London day gives the same bytes.
 */
export function demoBundles(today: Date): DemoBundle[] {
  const calendar = storyCalendar(today);
  return Object.values(ORGANISATIONS).flatMap((organisation) => {
    const staff = Object.values(PROFESSIONALS).filter((person) => person.organisation === organisation.ods);
    const episodes = EPISODES.filter((episode) => episode.organisation.ods === organisation.ods);
    return [
      { organisation: organisation.ods, bundle: directoryBundle(organisation, staff, calendar) },
      ...episodes.map((episode) => ({
        organisation: organisation.ods,
        ...(episode.team ? { team: episode.team } : {}),
        bundle: episodeBundle(episode, calendar),
      })),
    ];
  });
}
