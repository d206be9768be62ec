import { Field, ObjectType } from 'type-graphql';
import { writeId } from '../../platform/global-id.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'How an organisation greets the people it invites.',
})
export class Brand {
  @Field(() => String, {
    description: 'What it calls this service; Heldwell where it calls it nothing else.',
  })
  serviceName!: string;

  @Field(() => String, { nullable: true, description: 'Its words of welcome.' })
  welcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Path of its logo, a picture.' })
  logo!: string | null;
}

/** Columns of an organisation `o` that its brand is made of, as JSON. */
export const BRAND_SQL = `jsonb_build_object('id', o.id, 'service_name', o.service_name, 'welcome', o.welcome,
  'has_logo', o.logo is not null)`;

/** What `BRAND_SQL` says. */
export interface BrandRow {
  id: string;
  service_name: string | null;
  welcome: string | null;
  has_logo: boolean;
}

/** The brand of an organisation; where none invites, the service's own. */
export const brandOf = (row: BrandRow | null | undefined): Brand => ({
  serviceName: row?.service_name ?? 'Heldwell',
  welcome: row?.welcome ?? null,
  logo: row?.has_logo ? `/brands/${writeId('ORGANISATION', row.id)}/logo` : null,
});
