import { columns, defineReading, value } from '../../platform/reading/reading.ts';

defineReading({
  type: 'Organisation',
  table: 'organisation',
  fields: { id: value(({ row }) => `heldwell.global_id('o', ${row}.id)`), ...columns('odsCode', 'name') },
});
