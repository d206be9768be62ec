import { describe, expect, it } from 'vitest';
import { UnreadableSource } from './fhir-problem.ts';
import { headOf, itemsOf, sourceOfText } from './fhir-source.ts';

async function read(text: string) {
  const source = sourceOfText('request', text);
  const head = await headOf(source);
  const items = [];
  for await (const item of itemsOf(source, head)) items.push(item);
  return { head, items };
}

async function refusal(text: string): Promise<string> {
  const refused = await read(text).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnreadableSource);
  return (refused as UnreadableSource).problem.reason;
}

describe('reading what a sender sent', () => {
  it('takes a bundle apart, whatever the order of its properties', async () => {
    const { head, items } = await read(
      '{"entry":[{"fullUrl":"urn:uuid:1","resource":{"id":"a"},"request":{"method":"PUT","url":"Goal/a"}},{}],' +
        '"type":"batch","resourceType":"Bundle"}',
    );
    expect(head).toEqual({ shape: 'BUNDLE', bundleType: 'batch' });
    expect(items).toEqual([
      {
        index: 0,
        place: 'entry[0]',
        fullUrl: 'urn:uuid:1',
        request: { method: 'PUT', url: 'Goal/a' },
        resource: { id: 'a' },
      },
      { index: 1, place: 'entry[1]', fullUrl: null, request: null, resource: null },
    ]);
  });

  it('takes an array and a single resource, also one with entries of its own', async () => {
    expect((await read('[{"resourceType":"Goal"}, 7]')).items.map(({ place }) => place)).toEqual([
      '[0]',
      '[1]',
    ]);
    const list = await read('{"entry":[{"item":{}}],"resourceType":"List"}');
    expect(list.head.shape).toBe('RESOURCE');
    expect(list.items[0]?.resource).toEqual({ entry: [{ item: {} }], resourceType: 'List' });
  });

  it('tolerates a byte-order mark and white space before the first brace', async () => {
    expect((await read('\ufeff \n{"resourceType":"Goal"}')).items).toHaveLength(1);
  });

  it('keeps letters that are cut by the edge of a chunk', async () => {
    const text = 'é'.repeat(70_000);
    const { items } = await read(JSON.stringify([{ text }]));
    expect(items[0]?.resource).toEqual({ text });
  });

  it.each([
    ['', 'The file is empty.'],
    ['  \n', 'The file is empty.'],
    ['<Bundle xmlns="http://hl7.org/fhir"/>', 'This is XML. Send FHIR R4 as JSON.'],
    ['\ufeff<?xml version="1.0"?>', 'This is XML. Send FHIR R4 as JSON.'],
    ['MSH|^~\\&|LAB', 'This is an HL7 version 2 message. Send FHIR R4 as JSON.'],
    ['{"patients":[]}', 'This is JSON but not FHIR: it has no resourceType.'],
    ['{"resourceType":"Bundle","entry":[]}', 'The bundle has no type.'],
    ['{"resourceType":"Goal","id":}', 'This is not valid JSON: it goes wrong at byte 28.'],
    ['{"resourceType":"Goal","id"', 'This JSON breaks off after byte 23: the end is missing.'],
    ['{"resourceType":"Goal","__proto__":{"id":"a"}}', 'This JSON has a "__proto__" key (at byte 23).'],
  ])('refuses %j', async (text, reason) => {
    expect(await refusal(text)).toBe(reason);
  });

  it('refuses nesting that no resource has', async () => {
    const deep = `{"resourceType":"Goal","a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    expect(await refusal(deep)).toMatch(/nested deeper than 100 levels/);
  });
});
