import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is another page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass as `after` for the next page; null for an empty page.',
  })
  endCursor!: string | null;
}

/** Arguments of a page, 50 rows unless said otherwise. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

/** A connection type over a node type. */
export function connectionType<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(name, {
    simpleResolvers: true,
    description: 'A page of a list, in a fixed order that paging keeps.',
  })
  class ConnectionType {
    @Field(() => [node()], { description: 'The rows of this page.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}
