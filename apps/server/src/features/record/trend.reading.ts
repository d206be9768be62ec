import { readRowId, writeId } from '../../platform/global-id.ts';
import { type Cell, extendReading, made } from '../../platform/reading/reading.ts';
import type { Arguments } from '../../platform/reading/selection.ts';
import { seesEntry } from '../consent/index.ts';
import { type RawTrend, trendOf } from './trend.ts';

const entryOf = (args: Arguments) => readRowId('ENTRY', String(args.entry));

/** Values of the code of one visible entry: its row, time, number, and what the detail says of range and parts. */
function trendSql(cell: Cell): string {
  const of = cell.param('uuid', (args) => entryOf(args).row);
  return `(select json_build_object('patient', ${cell.row}.id, 'headline', chosen.headline, 'detail', chosen.detail, 'points', (
      select coalesce(json_agg(json_build_array(v.id, v.sorted_at, v.value_number, v.detail->'range', v.detail->'components')
        order by v.sorted_at, v.id), '[]')
      from (select e.id, e.sorted_at, e.value_number, e.detail from heldwell.entry e
        where e.patient_id = ${cell.row}.id and e.code_token = chosen.code_token and e.status = 'CURRENT'
          and ${seesEntry(cell, 'e', 'id')} order by e.sorted_at desc limit 5000) v))
    from heldwell.entry chosen where chosen.patient_id = ${cell.row}.id and chosen.id = ${of}
      and chosen.code_token is not null and ${seesEntry(cell, 'chosen', 'id')})`;
}

extendReading('PatientRecord', {
  trend: made<RawTrend | null>(trendSql, (raw) =>
    raw ? trendOf(raw, (row) => writeId('ENTRY', row, raw.patient)) : null,
  ),
});
