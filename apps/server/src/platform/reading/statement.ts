import type { GraphQLSchema } from 'graphql';
import type { Sealing } from '../sealing/sealing.ts';
import type { Document, Variables } from './selection.ts';
import type { Sql } from './shape.ts';

/** A statement and how to find its values in the variables of an operation. */
export interface Plan extends Sql {
  values(variables: Variables, sealing: Sealing): unknown[];
  /** Whether the choices made when it was written hold for these variables. */
  fits(variables: Variables): boolean;
}

/** Collects the statement's parameters while it is written. */
export class Statement {
  private readonly readers: ((variables: Variables, sealing: Sealing) => unknown)[] = [];
  private readonly choices: { text: (variables: Variables) => string; chosen: string }[] = [];
  private aliases = 0;
  readonly schema: GraphQLSchema;
  readonly document: Document;

  constructor(schema: GraphQLSchema, document: Document) {
    this.schema = schema;
    this.document = document;
  }

  alias(): string {
    this.aliases += 1;
    return `r${this.aliases}`;
  }

  param(type: string, read: (variables: Variables, sealing: Sealing) => unknown): string {
    this.readers.push(read);
    return `$${this.readers.length}::${type}`;
  }

  /** Settles a part of the text by the variables; the plan then holds only while the choice is the same. */
  choose(text: (variables: Variables) => string): string {
    const chosen = text(this.document.variables);
    this.choices.push({ text, chosen });
    return chosen;
  }

  plan(sql: Sql): Plan {
    const { readers, choices } = this;
    return {
      ...sql,
      values: (variables, sealing) => readers.map((read) => read(variables, sealing)),
      fits: (variables) => choices.every((choice) => choice.text(variables) === choice.chosen),
    };
  }
}
