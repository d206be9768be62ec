import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateText } from '../../platform/graphql/scalars.ts';

@InputType({ description: 'Who somebody is, exactly: all three must be those of one record.' })
export class ExactPersonInput {
  @MaxLength(20)
  @Field(() => String, { description: 'The NHS number: ten digits, spaces allowed.' })
  nhsNumber!: string;

  @Field(() => DateText, { description: 'The date of birth.' })
  birthDate!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'The family name.' })
  familyName!: string;
}

@InputType({ description: 'Opening the summary of a record in an emergency.' })
export class OpenInEmergencyInput extends ExactPersonInput {
  @Field(() => ID, { description: 'The team one acts for: one of the viewer’s.' })
  team!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, {
    description: 'What the emergency is: the patient and the privacy officer read it; 1 to 1,000 characters.',
  })
  reason!: string;
}
