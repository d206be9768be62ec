import { describe, expect, test } from 'vitest';
import { aSealedLog, recordId } from '../testing/sealed-log.ts';
import { checkLog, type Log, type Place } from './chain.ts';
import { logFile, readContent, readLogFile } from './log-file.ts';
import { uuidOfRecord } from './record-uuid.ts';

const with3rd = (log: Log, change: (place: Place) => Place): Log => ({
  ...log,
  places: log.places.map((place) => (place.position === 3 ? change(place) : place)),
});

describe('checking a log', () => {
  test('finds a whole one whole, also from its file', async () => {
    const { log } = await aSealedLog(5);
    const whole = { is: 'WHOLE', entries: 5, signature: 'CHECKED' };
    expect(await checkLog(log, null)).toEqual(whole);
    const read = readLogFile(logFile(log, new Date()));
    expect(read && (await checkLog(read, null))).toEqual(whole);
    expect(readContent(1, log.places[0]?.content ?? '')).toMatchObject({
      person: 'Ngozi Okafor',
      team: 'Fernside Recovery Team',
      action: 'OPENED',
      what: ['RESULTS'],
      about: null,
    });
    expect(uuidOfRecord(recordId)).toBe(log.record);
  });

  test('names the first entry that was edited, taken out, put in or moved', async () => {
    const { log } = await aSealedLog(5);
    const edited = with3rd(log, (place) => ({
      ...place,
      content: place.content.replace('Okafor', 'Nobody'),
    }));
    expect(await checkLog(edited, null)).toEqual({ is: 'CHANGED', position: 3 });
    const without = { ...log, places: log.places.filter(({ position }) => position !== 3) };
    expect(await checkLog(without, null)).toEqual({ is: 'CHANGED', position: 3 });
    const [first, second, third, ...rest] = log.places as [Place, Place, Place, ...Place[]];
    expect(await checkLog({ ...log, places: [first, third, second, ...rest] }, null)).toEqual({
      is: 'CHANGED',
      position: 2,
    });
    expect(await checkLog({ ...log, places: [first, second, second, third, ...rest] }, null)).toEqual({
      is: 'CHANGED',
      position: 3,
    });
  });

  test('finds one that was cut short, by its own head or by what was found before', async () => {
    const { log, key } = await aSealedLog(5);
    const cut = { ...log, places: log.places.slice(0, 3) };
    expect(await checkLog(cut, null)).toEqual({ is: 'SHORTER', reaches: 3, reached: 5 });
    const { log: shorter } = await aSealedLog(3, { key });
    expect(await checkLog(shorter, null)).toMatchObject({ is: 'WHOLE' });
    expect(await checkLog(shorter, log.head)).toEqual({ is: 'SHORTER', reaches: 3, reached: 5 });
    const empty = { record: log.record, head: null, places: [] };
    expect(await checkLog(empty, null)).toMatchObject({ is: 'WHOLE', entries: 0 });
    expect(await checkLog(empty, log.head)).toEqual({ is: 'SHORTER', reaches: 0, reached: 5 });
    expect(await checkLog(log, shorter.head)).toMatchObject({ is: 'WHOLE' });
  });

  test('finds one that was written anew: another hash, key, record or signature', async () => {
    const { log, key } = await aSealedLog(5);
    const other = { position: 2, hash: 'ab'.repeat(32), publicKey: log.head?.publicKey ?? '' };
    expect(await checkLog(log, other)).toEqual({ is: 'OTHER_SINCE', position: 2 });
    const { log: byAnother } = await aSealedLog(5);
    expect(await checkLog(byAnother, log.head)).toEqual({ is: 'OTHER_KEY' });
    const { log: ofAnother } = await aSealedLog(5, { key, of: '11111111-0506-0708-090a-0b0c0d0e0f10' });
    expect(await checkLog({ ...ofAnother, record: log.record }, null)).toEqual({ is: 'OTHER_RECORD' });
    const head = log.head && { ...log.head, signature: byAnother.head?.signature ?? '' };
    expect(await checkLog({ ...log, head }, null)).toEqual({ is: 'WRONG_SIGNATURE' });
    const later = log.head && { ...log.head, at: '2026-08-07T13:30:00.000000Z' };
    expect(await checkLog({ ...log, head: later }, null)).toEqual({ is: 'WRONG_SIGNATURE' });
    expect(await checkLog({ ...log, head: null }, null)).toEqual({ is: 'WRONG_SIGNATURE' });
  });

  test('refuses a file that is none', () => {
    for (const text of ['', '{}', '[]', '{"format":"heldwell-log-file-1"}'])
      expect(readLogFile(text)).toBeUndefined();
  });
});
