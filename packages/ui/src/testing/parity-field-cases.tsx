import { Checkboxes, DateInput, ErrorSummary, Radios, Select, Textarea, TextInput } from '../index.ts';
import type { ParityCase } from './markup-tree.ts';

const asked = 'How do you want to be contacted about this?';
const ways = [
  { value: 'email', label: 'Email' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Text message' },
];
const wayWithText = [...ways.slice(0, 2), { value: 'text message', label: 'Text message' }];
const sorting = [
  { value: 'published', label: 'Recently published' },
  { value: 'updated', label: 'Recently updated' },
  { value: 'views', label: 'Most views' },
  { value: 'comments', label: 'Most comments' },
];
const privacyHint = 'Do not include personal information like your name, date of birth or NHS number';
const noDate = { day: '', month: '', year: '' };

/** Fields and the summary of their problems. */
export const fieldCases: ParityCase[] = [
  {
    component: 'error-summary',
    fixture: 'default',
    element: <ErrorSummary errors={[{ id: 'example-day', message: 'Date of birth must be in the past' }]} />,
  },
  {
    component: 'input',
    fixture: 'default',
    element: <TextInput id="example" name="example" label="What is your full name?" labelIsPageHeading />,
  },
  {
    component: 'input',
    fixture: 'with error message',
    element: (
      <TextInput
        id="with-error-message"
        name="example"
        label="What is your NHS number?"
        labelIsPageHeading
        error="Enter NHS number"
        inputMode="numeric"
        width={10}
        code
      />
    ),
  },
  {
    component: 'textarea',
    fixture: 'without heading',
    element: (
      <Textarea id="without-heading" name="example" label="Can you provide more detail?" hint={privacyHint} />
    ),
  },
  {
    component: 'textarea',
    fixture: 'with error message and hint',
    element: (
      <Textarea
        id="with-hint-error"
        name="example"
        label="Can you provide more detail?"
        labelIsPageHeading
        hint={privacyHint}
        error="You must provide an explanation"
      />
    ),
  },
  {
    component: 'select',
    fixture: 'without heading',
    element: <Select id="without-heading" name="example" label="Sort by" options={sorting} />,
  },
  {
    component: 'radios',
    fixture: 'default',
    element: <Radios id="example" name="example" legend={asked} legendIsPageHeading items={ways} />,
  },
  {
    component: 'radios',
    fixture: 'inline',
    element: (
      <Radios
        id="inline"
        name="example"
        legend="Are you 18 or over?"
        legendIsPageHeading
        inline
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    ),
  },
  {
    component: 'radios',
    fixture: 'with hints on items',
    element: (
      <Radios
        id="with-hint-item"
        name="example"
        legend="Do you have a mobile phone with signal?"
        legendIsPageHeading
        items={[
          {
            value: 'mobile',
            label: 'Yes, I have a mobile phone with signal',
            hint: 'We will text you a 6 digit security code',
          },
          {
            value: 'landline',
            label: 'No, I want to use my landline',
            hint: 'We will call you to give you a 6 digit security code',
          },
        ]}
      />
    ),
  },
  {
    component: 'checkboxes',
    fixture: 'default',
    element: (
      <Checkboxes
        id="example"
        name="example"
        legend={asked}
        legendIsPageHeading
        hint="Select all options that are relevant to you"
        items={ways}
      />
    ),
  },
  {
    component: 'checkboxes',
    fixture: 'with error message',
    element: (
      <Checkboxes
        id="with-error-message"
        name="example"
        legend={asked}
        legendIsPageHeading
        error="Select how you want to be contacted"
        items={wayWithText}
      />
    ),
  },
  {
    component: 'date-input',
    fixture: 'default',
    element: (
      <DateInput
        id="example"
        legend="What is your date of birth?"
        legendIsPageHeading
        hint="For example, 31 3 1980"
        value={noDate}
        onChange={() => undefined}
      />
    ),
  },
];
