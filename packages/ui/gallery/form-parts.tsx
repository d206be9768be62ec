import { useState } from 'react';
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  PasswordInput,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '../src/index.ts';

const errors = [
  { id: 'email', message: 'Enter an email address' },
  { id: 'birth', message: 'Date of birth must be in the past' },
];

/** Every field, without and with an error. */
export function FormParts() {
  const [date, setDate] = useState({ day: '31', month: '3', year: '2080' });
  const [failed, setFailed] = useState(0);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFailed(failed + 1);
      }}
    >
      <h2>Forms</h2>
      <ErrorSummary errors={failed ? errors : []} attempt={failed} />
      <TextInput
        id="email"
        label="Email address"
        type="email"
        autoComplete="email"
        error={failed ? errors[0]?.message : undefined}
      />
      <TextInput id="weight" label="Weight" hint="In kilograms" width={5} suffix="kg" inputMode="decimal" />
      <PasswordInput id="password" label="Password" />
      <Textarea id="story" label="What happened" hint="As much as you like" />
      <Select id="team" label="Team" withEmpty options={[{ value: '1', label: 'Community team' }]} />
      <DateInput
        id="birth"
        legend="Date of birth"
        hint="For example, 31 3 1980"
        value={date}
        onChange={setDate}
        birthDate
        error={failed ? errors[1]?.message : undefined}
        wrong={['year']}
      />
      <Radios
        id="when"
        legend="When should we answer?"
        items={[
          { value: 'soon', label: 'As soon as you can', hint: 'Within 2 working days' },
          { value: 'later', label: 'It can wait', divider: 'or' },
        ]}
      />
      <Checkboxes
        id="labels"
        legend="What may they see?"
        hint="Choose all that apply"
        defaultValue={['GENERAL']}
        items={[
          { value: 'GENERAL', label: 'General health' },
          { value: 'MENTAL_HEALTH', label: 'Mental health', hint: 'Plans, notes and moods' },
        ]}
      />
      <Button>Send</Button>
    </form>
  );
}
