import { useState } from 'react';
import {
  BackLink,
  Button,
  ButtonLink,
  Card,
  CardGroup,
  CareCard,
  Details,
  Dialog,
  EmptyState,
  ErrorState,
  InsetText,
  LinkList,
  LiveRegion,
  Loading,
  NotificationBanner,
  ShowMore,
  SummaryList,
  Table,
  Tag,
  WarningCallout,
} from '../src/index.ts';

const colours = [
  'white',
  'grey',
  'green',
  'aqua-green',
  'blue',
  'purple',
  'pink',
  'red',
  'orange',
  'yellow',
] as const;

/** Parts that show things and lead on. */
export function ContentParts() {
  return (
    <>
      <h2>Ways on</h2>
      <BackLink to="/back" />
      <div className="hw-row">
        <Button>Save</Button>
        <Button variant="secondary">Cancel</Button>
        <Button variant="warning">Stop sharing</Button>
        <Button busy>Sending</Button>
        <ButtonLink to="/start">Start</ButtonLink>
        <Asking />
      </div>
      <h2>Cards</h2>
      <CardGroup>
        <Card
          heading="Test results"
          headingLevel={3}
          to="/results"
          description="Newest on 6 August"
          end={<Tag>New</Tag>}
        />
        <Card heading="Messages" headingLevel={3} to="/messages" description="2 unread messages" />
        <Card heading="Not a link" headingLevel={3}>
          <p>Words inside.</p>
        </Card>
      </CardGroup>
      <LinkList
        label="Discussions"
        items={[
          { to: '/1', label: 'Sleep', hint: 'Community team, 2 hours ago', end: <Tag>Unread</Tag> },
          {
            to: '/2',
            label: 'A long subject that goes over more than one line on a phone',
            hint: 'You, yesterday',
          },
        ]}
      />
      <CareCard kind="non-urgent" heading="Speak to your team if:" headingLevel={3}>
        <p>you feel worse</p>
      </CareCard>
      <CareCard kind="urgent" heading="Call 111 if:" headingLevel={3}>
        <p>you need help today</p>
      </CareCard>
      <CareCard kind="emergency" heading="Call 999 if:" headingLevel={3}>
        <p>
          someone’s life is at risk. Call <a href="tel:999">999</a>
        </p>
      </CareCard>
      <WarningCallout heading="Not for emergencies">
        <p>Your team answers within 2 working days.</p>
      </WarningCallout>
      <InsetText>
        <p>Only you see this.</p>
      </InsetText>
      <Details summary="How to find your NHS number">
        <p>It is on letters and prescriptions.</p>
      </Details>
      <NotificationBanner>
        <p className="nhsuk-notification-banner__heading">Some information is missing.</p>
      </NotificationBanner>
      <NotificationBanner success>
        <p className="nhsuk-notification-banner__heading">Message sent.</p>
      </NotificationBanner>
      <p className="hw-row">
        {colours.map((colour) => (
          <Tag colour={colour} key={colour}>
            {colour}
          </Tag>
        ))}
      </p>
      <Lists />
    </>
  );
}

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        Ask
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} heading="Stop sharing?">
        <p>The team will no longer see your record.</p>
        <Button type="button" onClick={() => setOpen(false)}>
          Keep sharing
        </Button>
      </Dialog>
    </>
  );
}

function Lists() {
  const rows = [
    { name: 'Potassium', value: '4.4' },
    { name: 'Sodium', value: '139' },
  ];
  return (
    <>
      <h2>Facts and lists</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: 'Jane Smith', actions: [{ label: 'Change', hidden: 'name', to: '/name' }] },
          {
            key: 'Phone',
            value: 'Not provided',
            actions: [{ label: 'Add', hidden: 'phone', onClick: () => undefined }],
          },
        ]}
      />
      <Table
        caption="Results"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            id: 'name',
            header: 'Test',
            cell: (row) => <a href="#test">{row.name}</a>,
            sort: 'ascending',
            onSort: () => undefined,
          },
          { id: 'value', header: 'Value', numeric: true, cell: (row) => row.value },
        ]}
      />
      <ShowMore shown={2} total={10} hasMore onMore={() => undefined} />
      <Loading />
      <EmptyState heading="No messages yet" headingLevel={3}>
        <p>You can write to your team about your care.</p>
      </EmptyState>
      <ErrorState
        what="We could not load your messages."
        headingLevel={3}
        retry={() => undefined}
        reference="7F3A"
      />
      <LiveRegion message="Saved" />
    </>
  );
}
