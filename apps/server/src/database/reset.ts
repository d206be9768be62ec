import { openOwnerSource } from '../platform/database.ts';

/** What is in the database, for somebody about to empty it. */
export interface Contents {
  /** People who are not of the demo story. */
  people: number;
  /** Records of nobody in the demo story, whether taken up or not. */
  records: number;
  /** Connections of running servers. */
  servers: number;
}

/** Looks before leaping; nothing is changed. */
export async function contentsOf(ownerUrl: string): Promise<Contents> {
  return asOwner(ownerUrl, async (query) => {
    const [known] = await query<{ found: boolean }>(
      `select to_regclass('heldwell.person') is not null as found`,
    );
    const [others] = known?.found
      ? await query<Pick<Contents, 'people' | 'records'>>(
          `select (select count(*)::integer from heldwell.person where not is_demo) as people,
             (select count(*)::integer from heldwell.patient p
               where not exists (select from heldwell.person d where d.id = p.person_id and d.is_demo)) as records`,
        )
      : [];
    const [servers] = await query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and application_name like 'heldwell%' and pid <> pg_backend_pid()`,
    );
    return { people: others?.people ?? 0, records: others?.records ?? 0, servers: servers?.count ?? 0 };
  });
}

/** Drops everything Heldwell has made in this database; the next start makes it anew. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (query) => query('drop schema if exists heldwell, heldwell_jobs cascade'));
}

type Query = <Row>(text: string) => Promise<Row[]>;

async function asOwner<T>(ownerUrl: string, work: (query: Query) => Promise<T>): Promise<T> {
  const source = await openOwnerSource(ownerUrl, []);
  try {
    return await work(<Row>(text: string) => source.query<Row[]>(text));
  } finally {
    await source.destroy();
  }
}
