import { fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button, ErrorSummary, focusFirstError, PasswordInput, Radios, TextInput } from '../index.ts';

function Form() {
  const [errors, setErrors] = useState<{ id: string; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = () => {
    setErrors([{ id: 'choice', message: 'Choose one' }]);
    setAttempt(attempt + 1);
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextInput id="name" label="Name" hint="As on letters" />
      <Radios
        id="choice"
        legend="Which?"
        error={errors[0]?.message}
        items={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
      <Button type="button" onClick={send}>
        Send
      </Button>
    </>
  );
}

describe('a form', () => {
  it('puts its problems first, takes focus to them at every try, and leads to the first bad field', () => {
    render(
      <StrictMode>
        <Form />
      </StrictMode>,
    );
    expect(screen.queryByText('There is a problem')).toBeNull();
    fireEvent.click(screen.getByText('Send'));
    const summary = screen.getByText('There is a problem').closest('.nhsuk-error-summary');
    expect(document.activeElement).toBe(summary);
    screen.getByText('Send').focus();
    fireEvent.click(screen.getByText('Send'));
    expect(document.activeElement).toBe(summary);
    fireEvent.click(screen.getByRole('link', { name: 'Choose one' }));
    expect(document.activeElement).toBe(screen.getByLabelText('A'));
    expect(screen.getByRole('group', { name: 'Which?' }).getAttribute('aria-describedby')).toBe(
      'choice-error',
    );
  });

  it('finds the first field that is on the page', () => {
    render(<TextInput id="name" label="Name" />);
    expect(
      focusFirstError([{ message: 'Sorry' }, { id: 'gone', message: 'x' }, { id: 'name', message: 'y' }]),
    ).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(focusFirstError([{ id: 'gone', message: 'x' }])).toBe(false);
  });

  it('ties hint and error to their field', () => {
    render(<TextInput id="name" label="Name" hint="As on letters" error="Enter a name" />);
    const field = screen.getByLabelText('Name');
    expect(field.getAttribute('aria-describedby')).toBe('name-hint name-error');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById('name-error')?.textContent).toBe('Error: Enter a name');
  });

  it('shows a password and hides it again', () => {
    render(<PasswordInput id="password" label="Password" />);
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('password');
  });

  it('does not send twice while it is busy', () => {
    const press = vi.fn();
    const { rerender } = render(<Button onClick={press}>Send</Button>);
    fireEvent.click(screen.getByText('Send'));
    rerender(
      <Button onClick={press} busy>
        Send
      </Button>,
    );
    fireEvent.click(screen.getByText('Send'));
    expect(press).toHaveBeenCalledTimes(1);
  });
});
