import { buildASTSchema, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { applyPermissions, ruleFor } from '../../src/access/apply-permissions.ts';
import { permissions } from '../../src/access/permissions/index.ts';
import { buildBareSchema, printedSchema } from '../../src/api/schema.ts';
import { describedParts } from './schema-walk.ts';

/** The schema as it is printed for everybody, with nothing of the code's own left in it. */
const printed = () => buildASTSchema(parse(printedSchema(buildBareSchema())));

/** Gives a type of a schema a field that nobody wrote. */
function plantField(schema: ReturnType<typeof buildBareSchema>, type: string, field: string): void {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  const pattern = Object.values(fields)[0];
  if (!pattern) throw new Error(`${type} has no fields.`);
  fields[field] = { ...pattern, name: field };
}

describe('every door has a line', () => {
  it('gives every field of every printed type a rule', () => {
    const doors = describedParts(printed()).filter(({ name }) => /^[A-Z]\w+\.\w+$/.test(name));
    expect(doors.length).toBeGreaterThan(250);
    expect(() => applyPermissions(buildBareSchema(), permissions)).not.toThrow();
  });

  it('refuses to start with a field that nobody gave a line', () => {
    const schema = buildBareSchema();
    plantField(schema, 'Query', 'everything');
    plantField(schema, 'Subscription', 'everythingChanged');
    plantField(schema, 'Mutation', 'doEverything');
    const start = () => applyPermissions(schema, permissions);
    expect(start).toThrow(/Query\.everything/);
    expect(start).toThrow(/Mutation\.doEverything/);
    expect(start).toThrow(/Subscription\.everythingChanged/);
  });

  it('refuses to start with a type that nobody gave a line', () => {
    const schema = buildBareSchema();
    const { Message: _line, ...others } = permissions;
    expect(() => applyPermissions(schema, others)).toThrow(/Message\.text/);
    expect(() => applyPermissions(buildBareSchema(), permissions)).not.toThrow();
  });

  it('refuses to start with a line for nothing', () => {
    const line = permissions.Entry as never;
    expect(() => applyPermissions(buildBareSchema(), { ...permissions, Diary: line })).toThrow(
      /nothing: Diary/,
    );
    const query = { ...(permissions.Query as object), diary: line };
    expect(() => applyPermissions(buildBareSchema(), { ...permissions, Query: query })).toThrow(
      /nothing: Query\.diary/,
    );
  });

  it('gives no line to all of the queries, commands or streams at once', () => {
    for (const root of ['Query', 'Mutation', 'Subscription']) {
      expect(ruleFor(permissions, root, 'a field that does not exist'), root).toBeUndefined();
    }
  });

  it('refuses to start with a stream whose opening would go unguarded', () => {
    const schema = buildBareSchema();
    const stream = schema.getSubscriptionType()?.getFields().messagesAdded;
    if (!stream) throw new Error('There is no such stream.');
    delete stream.subscribe;
    expect(() => applyPermissions(schema, permissions)).toThrow(/Subscription\.messagesAdded/);
  });
});

describe('every part of the interface is described', () => {
  const parts = describedParts(printed());

  it('has no type, field, argument or value without words', () => {
    expect(parts.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
  });

  it('notices one that is not', () => {
    const schema = printed();
    const entry = schema.getType('Entry') as GraphQLObjectType;
    const title = entry.getFields().title;
    if (title) title.description = ' ';
    expect(describedParts(schema).find(({ description }) => description === '')?.name).toBe('Entry.title');
  });
});
