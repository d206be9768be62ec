import {
  BackLink,
  Button,
  Card,
  CareCard,
  Details,
  InsetText,
  Link,
  Panel,
  SkipLink,
  SummaryList,
  Table,
  Tag,
  WarningCallout,
} from '../index.ts';
import type { ParityCase } from './markup-tree.ts';

const change = (hidden: string) => [{ label: 'Change', hidden, to: '#/change' }];
const address = (
  <>
    73 Roman Rd
    <br />
    Leeds
    <br />
    LS2 5ZN
  </>
);
const contact = (
  <>
    <p>07700 900362</p>
    <p>karen.francis@example.com</p>
  </>
);
const symptoms = [
  { id: '1', skin: 'Blisters on lips or around the mouth', cause: 'Cold sores' },
  { id: '2', skin: 'Itchy, dry, cracked, sore', cause: 'Eczema' },
  { id: '3', skin: 'Itchy blisters', cause: 'Shingles, chickenpox' },
];
const symptomTable = (responsive: boolean) => (
  <Table
    caption="Impetigo can look similar to other skin conditions"
    responsive={responsive}
    rows={symptoms}
    rowKey={(row) => row.id}
    columns={[
      { id: 'skin', header: 'Skin symptoms', cell: (row) => row.skin },
      { id: 'cause', header: 'Possible cause', cell: (row) => row.cause },
    ]}
  />
);

/** Parts that show things. */
export const contentCases: ParityCase[] = [
  { component: 'button', fixture: 'default', element: <Button>Save and continue</Button> },
  { component: 'button', fixture: 'default, small', element: <Button small>Save and continue</Button> },
  {
    component: 'button',
    fixture: 'secondary',
    element: <Button variant="secondary">Find my location</Button>,
  },
  {
    component: 'button',
    fixture: 'warning',
    element: <Button variant="warning">Yes, delete this vaccine</Button>,
  },
  { component: 'button', fixture: 'disabled', element: <Button disabled>Disabled button</Button> },
  { component: 'back-link', fixture: 'default', element: <BackLink to="#" /> },
  { component: 'skip-link', fixture: 'default', element: <SkipLink /> },
  { component: 'tag', fixture: 'default', element: <Tag>Active</Tag> },
  { component: 'tag', fixture: 'default', element: <Tag colour="green">New</Tag> },
  {
    component: 'inset-text',
    fixture: 'default',
    element: (
      <InsetText>
        <p>You can report any suspected side effect using the Yellow Card safety scheme</p>
      </InsetText>
    ),
  },
  {
    component: 'details',
    fixture: 'default',
    element: (
      <Details summary="How to find your NHS number">
        You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.
      </Details>
    ),
  },
  {
    component: 'warning-callout',
    fixture: 'with custom heading',
    element: (
      <WarningCallout heading="School, nursery or work">
        <p className="nhsuk-card__description">
          Stay away from school, nursery or work until all the spots have crusted over. This is usually 5 days
          after the spots first appeared.
        </p>
      </WarningCallout>
    ),
  },
  {
    component: 'card',
    fixture: 'default',
    element: (
      <Card
        heading="If you need help now, but it's not an emergency"
        description={
          <>
            Go to <Link to="#">NHS 111 online</Link> or <Link to="#">call 111</Link>.
          </>
        }
      />
    ),
  },
  {
    component: 'card',
    fixture: 'urgent (red)',
    element: (
      <CareCard kind="urgent" heading="Ask for an urgent GP appointment if:">
        <ul>
          <li>you're an adult and have chickenpox</li>
          <li>you're pregnant and haven't had chickenpox before and you've been near someone with it</li>
          <li>you have a weakened immune system and you've been near someone with chickenpox</li>
          <li>you think your newborn baby has chickenpox</li>
        </ul>
        <p>
          In these situations, your GP can prescribe medicine to prevent complications. You need to take it
          within 24 hours of the spots coming out.
        </p>
      </CareCard>
    ),
  },
  {
    component: 'card',
    fixture: 'emergency (red and black)',
    element: (
      <CareCard kind="emergency" heading="Call 999 if you have sudden chest pain that:">
        <ul>
          <li>spreads to your arms, back, neck or jaw</li>
          <li>makes your chest feel tight or heavy</li>
          <li>also started with shortness of breath, sweating and feeling or being sick</li>
        </ul>
        <p>
          You could be having a heart attack. Call 999 immediately as you need immediate treatment in
          hospital.
        </p>
      </CareCard>
    ),
  },
  {
    component: 'panel',
    fixture: 'default',
    element: <Panel heading="Booking complete">We have sent you a confirmation email</Panel>,
  },
  { component: 'tables', fixture: 'default', element: symptomTable(false) },
  { component: 'tables', fixture: 'default', element: symptomTable(true) },
  {
    component: 'summary-list',
    fixture: 'default',
    element: (
      <SummaryList
        rows={[
          { key: 'Name', value: 'Karen Francis' },
          { key: 'Date of birth', value: '15 March 1984' },
          { key: 'Contact information', value: address },
          { key: 'Contact details', value: contact },
        ]}
      />
    ),
  },
  {
    component: 'summary-list',
    fixture: 'with actions',
    element: (
      <SummaryList
        rows={[
          { key: 'Name', value: 'Karen Francis', actions: change('name') },
          { key: 'Date of birth', value: '15 March 1984', actions: change('date of birth') },
          { key: 'Contact information', value: address, actions: change('contact information') },
          { key: 'Contact details', value: contact, actions: change('contact details') },
        ]}
      />
    ),
  },
];
