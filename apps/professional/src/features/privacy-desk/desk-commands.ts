import { graphql } from '@heldwell/client';

export const AnswerAccessQuestion = graphql(`
  mutation AnswerAccessQuestion($input: AnswerAccessQuestionInput!) {
    answerAccessQuestion(input: $input) {
      __typename
      ... on AccessQuestionAnswered { question { id outcome } }
      ... on Problem { message }
    }
  }
`);

export const ReviewEmergency = graphql(`
  mutation ReviewEmergency($input: ReviewEmergencyInput!) { reviewEmergency(input: $input) }
`);

export const FreezeRecord = graphql(`
  mutation FreezeRecord($input: FreezeRecordInput!) { freezeRecord(input: $input) }
`);

export const FreezePerson = graphql(`
  mutation FreezePerson($input: FreezePersonInput!) { freezePerson(input: $input) }
`);

export const ConfirmFreeze = graphql(`
  mutation ConfirmFreeze($input: ConfirmFreezeInput!) { confirmFreeze(input: $input) }
`);

export const LiftFreeze = graphql(`
  mutation LiftFreeze($input: LiftFreezeInput!) { liftFreeze(input: $input) }
`);

export const GiveCourtOrder = graphql(`
  mutation GiveCourtOrder($input: GiveCourtOrderInput!) { giveCourtOrder(input: $input) }
`);

export const EndCourtOrder = graphql(`
  mutation EndCourtOrder($input: EndCourtOrderInput!) { endCourtOrder(input: $input) }
`);
