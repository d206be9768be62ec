import type { OperationProblem } from '@heldwell/client';
import type { FieldError } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type SubmitEvent, useState } from 'react';
import messages from './forms.messages.json';

/** The words under each field that is not right; an empty object when all are. */
export type Faults<Values> = Partial<Record<keyof Values & string, string>>;

/** What sending came to: nothing wrong, faults in fields, or a problem that belongs to no field. */
export type Refusal<Values> =
  | { faults?: Faults<Values>; problem?: OperationProblem; message?: string }
  | undefined;

type Options<Values> = {
  initial: Values;
  /** Says what is missing before anything is sent. */
  check: (values: Values) => Faults<Values>;
  send: (values: Values) => Promise<Refusal<Values>>;
  /** Ids of fields where they differ from the name. */
  ids?: Partial<Record<keyof Values & string, string>>;
};

/** A form's values and what is wrong with them. */
export type CheckedForm<Values> = {
  values: Values;
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  /** For `ErrorSummary`. */
  errors: FieldError[];
  attempt: number;
  faultOf: (name: keyof Values & string) => string | undefined;
  sending: boolean;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
};

const problemWords = {
  signedOut: 'forms.signed-out',
  confirmFirst: 'forms.confirm-first',
  offline: 'forms.offline',
  notFound: 'forms.not-found',
  forbidden: 'forms.forbidden',
  badInput: 'forms.check',
  tooMany: 'forms.too-many',
  broken: 'forms.broken',
} as const;

/** Gives the words for a command that went wrong. */
export function useProblemWords(): (problem: OperationProblem) => string {
  const t = useT(messages);
  return (problem) => t(problemWords[problem.kind]);
}

/** Fields the server refused, by the last part of their path; `undefined` when none is on this form. */
function refusedFields<Values extends object>(
  problem: OperationProblem,
  values: Values,
  words: string,
): Faults<Values> | undefined {
  const names = problem.fields.map((field) => field.path.split('.').find((part) => part in values));
  const known = names.filter((name): name is keyof Values & string => name !== undefined);
  if (known.length === 0) return undefined;
  return Object.fromEntries(known.map((name) => [name, words])) as Faults<Values>;
}

type State<Values> = { faults: Faults<Values>; general?: string; attempt: number; sending: boolean };

/**
 * Keeps a form: checks it when it is sent, keeps what was typed whatever happens, and says what is wrong both in the
 * summary and beside the field. Put `noValidate` on the form.
 */
export function useCheckedForm<Values extends object>({
  initial,
  check,
  send,
  ids,
}: Options<Values>): CheckedForm<Values> {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const [values, setValues] = useState(initial);
  const [state, setState] = useState<State<Values>>({ faults: {}, attempt: 0, sending: false });

  const refuse = (faults: Faults<Values>, general?: string) =>
    setState(({ attempt }) => ({ faults, general, attempt: attempt + 1, sending: false }));

  const submit = async () => {
    const faults = check(values);
    if (Object.keys(faults).length > 0) return refuse(faults);
    setState(({ attempt }) => ({ faults: {}, attempt, sending: true }));
    const refusal = await send(values);
    if (!refusal) return setState(({ attempt }) => ({ faults: {}, attempt, sending: false }));
    const { problem } = refusal;
    const fields = refusal.faults ?? (problem && refusedFields(problem, values, t('forms.check')));
    return refuse(fields ?? {}, fields ? undefined : (refusal.message ?? (problem && wordsOf(problem))));
  };

  const fieldErrors = Object.entries(state.faults).map(([name, message]) => ({
    id: ids?.[name as keyof Values & string] ?? name,
    message: String(message),
  }));
  return {
    values,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    errors: state.general ? [...fieldErrors, { message: state.general }] : fieldErrors,
    attempt: state.attempt,
    faultOf: (name) => state.faults[name],
    sending: state.sending,
    onSubmit: (event) => {
      event.preventDefault();
      if (!state.sending) void submit();
    },
  };
}
