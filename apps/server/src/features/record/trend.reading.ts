import { readRowId, writeId } from '../../platform/global-id.ts';
import { type Opening, opened, type Unopened } from '../../platform/reading/opening.ts';
import { type Cell, extendReading, made } from '../../platform/reading/reading.ts';
import type { Arguments } from '../../platform/reading/selection.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import { seesEntry } from '../consent/index.ts';
import type { Measured } from './sealed-entry.ts';
import { type RawTrend, trendOf } from './trend.ts';
import type { Trend } from './trend.type.ts';

const entryOf = (args: Arguments) => readRowId('ENTRY', String(args.entry));

/** Values of the code of one visible entry, sealed: its row, time, and what is measured. */
function trendSql(cell: Cell): string {
  const of = cell.param('uuid', (args) => entryOf(args).row);
  return `(select json_build_object('patient', ${cell.row}.id, 'chosen', json_build_array(chosen.id, chosen.version, chosen.label,
      encode(chosen.headline, 'hex'), encode(chosen.detail, 'hex')), 'points', (
      select coalesce(json_agg(json_build_array(v.id, v.version, v.label, encode(v.measured, 'hex'), v.sorted_at)
        order by v.sorted_at, v.id), '[]')
      from (select e.id, e.version, e.label, e.measured, e.sorted_at from heldwell.entry e
        where e.patient_id = ${cell.row}.id and e.code_hash = chosen.code_hash and e.status = 'CURRENT'
          and e.measured is not null and ${seesEntry(cell, 'e', 'id')} order by e.sorted_at desc limit 5000) v))
    from heldwell.entry chosen where chosen.patient_id = ${cell.row}.id and chosen.id = ${of}
      and chosen.code_hash is not null and ${seesEntry(cell, 'chosen', 'id')})`;
}

type Row = [id: string, version: number, label: string];

interface SealedTrend {
  patient: string;
  chosen: [...Row, headline: string, detail: string];
  points: [...Row, measured: string, at: string][];
}

/** The same with its values opened, or what kept them shut. */
interface OpenedTrend {
  patient: string;
  chosen: { headline?: RawTrend['headline'] | Unopened; detail?: RawTrend['detail'] | Unopened };
  points: { id: string; at: string; measured?: Measured | Unopened }[];
}

function decodeTrend(came: unknown, opening: Opening): OpenedTrend | null {
  const raw = came as SealedTrend | null;
  if (!raw) return null;
  const { patient } = raw;
  const note = (made: object, key: string, of: { row: readonly [...Row, ...unknown[]]; blob: string }) => {
    const [id, version, label] = of.row;
    const binding = { place: `entry.${key}`, row: `${id}.${version}`, patient, label };
    const sealed = new Sealed(Buffer.from(of.blob, 'hex'), binding, id);
    opening.add({ made: made as Record<string, unknown>, key, sealed });
  };
  const chosen = {};
  note(chosen, 'headline', { row: raw.chosen, blob: raw.chosen[3] });
  note(chosen, 'detail', { row: raw.chosen, blob: raw.chosen[4] });
  const points = raw.points.map((row) => {
    const point = { id: row[0], at: row[4] };
    note(point, 'measured', { row, blob: row[3] });
    return point;
  });
  return { patient, chosen, points };
}

/** One point that cannot be opened leaves no trend: a line with a gap nobody sees would say what is not so. */
function finish(trend: OpenedTrend | null): Trend | null {
  if (!trend) return null;
  const { patient, chosen } = trend;
  const points = trend.points.map(({ id, at, measured }): RawTrend['points'][number] => {
    const [number, range, components] = opened(measured as Measured | Unopened);
    return [id, at, number, range as never, components as never];
  });
  const raw = {
    patient,
    headline: opened(chosen.headline as RawTrend['headline'] | Unopened),
    detail: opened(chosen.detail as RawTrend['detail'] | Unopened),
    points,
  };
  return trendOf(raw, (row) => writeId('ENTRY', row, patient));
}

extendReading('PatientRecord', { trend: made<OpenedTrend | null>(trendSql, finish, decodeTrend) });
