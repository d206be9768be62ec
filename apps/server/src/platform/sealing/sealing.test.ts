import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LocalKeyProvider } from './file-key-provider.ts';
import { GrantMac, type SignedGrant } from './grant-mac.ts';
import { KeyCache } from './key-cache.ts';
import { CannotOpen, KeyRing } from './key-ring.ts';
import { Sealed } from './sealed.ts';
import { keyVersionOf } from './sealed-blob.ts';
import { Sealing } from './sealing.ts';
import { ViewerKeys } from './viewer-keys.ts';

const master = { 'file-1': randomBytes(32).toString('base64') };
const sealing = new Sealing(new LocalKeyProvider(master), 'a secret of more than thirty-two characters');
const binding = { place: 'message.text', row: 'm1', patient: 'p1', label: 'GENERAL' };

/** A ring that was given keys of some versions of a label. */
class Ring extends KeyRing {
  async with(versions: readonly number[]): Promise<this> {
    const label = 'GENERAL';
    const keys = await this.sealing.provider.wrapMany(versions.map(() => randomBytes(32)));
    const stored = versions.map((version, at) => {
      const { wrapped = Buffer.of(), masterKeyId = '' } = keys[at] ?? {};
      return { patient: 'p1', label, version, wrapped: wrapped.toString('hex'), masterKeyId };
    });
    // Under the very same key, so that only the binding tells two records or labels apart.
    const elsewhere = stored.flatMap((one) => [
      { ...one, patient: 'another' },
      { ...one, label: 'SOCIAL_CARE' },
    ]);
    await this.take([...stored, ...elsewhere]);
    return this;
  }
}

describe('a sealed value', () => {
  it('opens where it was sealed, with the key it names, and is another each time', async () => {
    const ring = await new Ring(sealing).with([1]);
    const blob = ring.seal(binding, { words: 'Grüße, 漢字' });
    expect(ring.open(new Sealed(blob, binding))).toEqual({ words: 'Grüße, 漢字' });
    expect(ring.seal(binding, { words: 'Grüße, 漢字' }).equals(blob)).toBe(false);
    await ring.with([2]);
    const later = ring.seal(binding, 'later');
    expect([keyVersionOf(blob), keyVersionOf(later)]).toEqual([1, 2]);
    expect([ring.open(new Sealed(later, binding)), ring.open(new Sealed(blob, binding))]).toEqual([
      'later',
      { words: 'Grüße, 漢字' },
    ]);
  });

  it.each(['place', 'row', 'patient', 'label'] as const)(
    'opens nowhere else: its %s is bound',
    async (part) => {
      const ring = await new Ring(sealing).with([1]);
      const other = { ...binding, [part]: part === 'label' ? 'SOCIAL_CARE' : 'another' };
      expect(() => ring.open(new Sealed(ring.seal(binding, 'x'), other))).toThrow(CannotOpen);
    },
  );

  it('opens with no other key, and not at all when it is cut or no blob of ours', async () => {
    const [one, other] = [await new Ring(sealing).with([1]), await new Ring(sealing).with([1])];
    const blob = one.seal(binding, 'x');
    expect(() => other.open(new Sealed(blob, binding))).toThrow(CannotOpen);
    for (const broken of [blob.subarray(0, 20), blob.subarray(0, -1), Buffer.of(), Buffer.from('plain text')])
      expect(() => one.open(new Sealed(broken, binding))).toThrow(CannotOpen);
  });

  it('prints as nothing but that it is sealed', async () => {
    const ring = await new Ring(sealing).with([1]);
    const sealed = new Sealed(ring.seal(binding, 'x'), binding);
    const printed = [
      String(sealed),
      JSON.stringify({ sealed }),
      inspect(sealed),
      inspect({ deep: { sealed } }),
    ];
    expect(printed).toEqual([
      '[sealed]',
      '{"sealed":"[sealed]"}',
      '[sealed]',
      '{ deep: { sealed: [sealed] } }',
    ]);
  });
});

describe('the cache of unwrapped keys', () => {
  it('is bounded, forgets the least lately used record first, and forgets when told', () => {
    const cache = new KeyCache(2);
    const put = (patient: string) => cache.put(patient, 'GENERAL 1', { wrapped: 'w', key: randomBytes(32) });
    for (const patient of ['a', 'b', 'a', 'c']) put(patient);
    expect(['a', 'b', 'c'].map((patient) => cache.get(patient, 'GENERAL 1') !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
    expect(cache.get('a', 'GENERAL 1', 'another')).toBeUndefined();
    cache.forget('a');
    expect([cache.size, cache.get('a', 'GENERAL 1')]).toEqual([1, undefined]);
  });

  it('takes nothing from an operation that has found its keys: what was read is opened', async () => {
    const ring = await new Ring(sealing).with([1]);
    const sealed = new Sealed(ring.seal(binding, 'read already'), binding);
    const viewer = { patientId: 'p1', frozenPatientId: null };
    const keys = new ViewerKeys(sealing, {
      query: () => Promise.reject(new Error('Nothing is to be asked.')),
      viewer: () => Promise.resolve(viewer),
    });
    await keys.forValues([sealed]);
    sealing.cache.forgetAll();
    expect(keys.open(sealed)).toBe('read already');
  });

  it('is emptied of a record by a change of its access', async () => {
    const hearing: ((event: { channel: string; ids: Record<string, string> }) => void)[] = [];
    const own = new Sealing(new LocalKeyProvider(master), 's'.repeat(32));
    own.forgetOnChange({ listen: (hear) => void hearing.push(hear) });
    for (const patient of ['p1', 'p2'])
      own.cache.put(patient, 'GENERAL 1', { wrapped: 'w', key: randomBytes(32) });
    hearing[0]?.({ channel: 'record:p1', ids: { patient: 'p1' } });
    expect(own.cache.size).toBe(2);
    hearing[0]?.({ channel: 'access:p1', ids: { patient: 'p1', grantee: 'g' } });
    expect([own.cache.size, own.cache.get('p1', 'GENERAL 1')]).toEqual([1, undefined]);
  });
});

describe('the MAC of a grant', () => {
  const grant: SignedGrant = {
    patient_id: 'p1',
    id: 'g1',
    version: 1,
    grantee_kind: 'TEAM',
    grantee_id: 't1',
    labels: ['GENERAL', 'MENTAL_HEALTH'],
    rights: ['SEE'],
    thread_id: null,
    entry_id: null,
    summary_labels: [],
    basis: 'PATIENT_CHOICE',
    valid_from: new Date('2026-01-02T03:04:05.678Z'),
    valid_until: '2026-02-02T00:00:00+01:00',
    ended: false,
  };
  const other: SignedGrant = {
    ...grant,
    patient_id: 'p2',
    id: 'g2',
    version: 2,
    grantee_kind: 'CARER',
    grantee_id: 't2',
    labels: ['GENERAL', 'MENTAL_HEALTH', 'SOCIAL_CARE'],
    rights: ['SEE', 'MESSAGE'],
    thread_id: 'd1',
    entry_id: 'e1',
    summary_labels: ['GENERAL'],
    basis: 'DIRECT_CARE',
    valid_from: '2026-01-02T03:04:05.679Z',
    valid_until: null,
    ended: true,
  };
  const macs = new GrantMac('a key');
  const mac = macs.of(grant).toString('hex');

  it('fits the row however its times and lists are written, again and again', () => {
    const written = {
      ...grant,
      labels: [...grant.labels].reverse(),
      valid_from: '2026-01-02T03:04:05.678123+00:00',
    };
    for (const row of [grant, written, grant]) expect(macs.fits(row, mac)).toBe(true);
  });

  it.each(Object.keys(grant) as (keyof SignedGrant)[])('fits no row with another %s', (column) => {
    expect(macs.fits({ ...grant, [column]: other[column] }, mac)).toBe(false);
  });

  it('is no other key’s, and not missing', () => {
    expect(new GrantMac('another key').fits(grant, mac)).toBe(false);
    for (const none of [null, '', 'ab', `${mac}00`]) expect(macs.fits(grant, none)).toBe(false);
  });
});
