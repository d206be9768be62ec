import { escaped } from '../mail/index.ts';
import { LEVELS, PERSON_CASES, STAFF_CASES } from './answers.ts';
import type { DemoCast } from './people.ts';
import type { Tenant } from './tenant.ts';

const birthDay = (date: string): string =>
  new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

const radio = (name: string, { value, label, hint }: Choice, checked: boolean): string => `
          <div class="choice">
            <input type="radio" id="${name}-${escaped(value)}" name="${name}" value="${escaped(value)}"${checked ? ' checked' : ''}${
              hint ? ` aria-describedby="${name}-${escaped(value)}-hint"` : ''
            } />
            <label for="${name}-${escaped(value)}">${escaped(label)}</label>${
              hint ? `<p class="hint" id="${name}-${escaped(value)}-hint">${escaped(hint)}</p>` : ''
            }
          </div>`;

const group = (name: string, legend: string, choices: readonly Choice[]): string => `
        <fieldset>
          <legend>${escaped(legend)}</legend>${choices.map((choice, at) => radio(name, choice, at === 0)).join('')}
        </fieldset>`;

const listed = (choices: Record<string, string>): Choice[] =>
  Object.entries(choices).map(([value, label]) => ({ value, label }));

function questionsOf({ organisation }: Tenant, cast: DemoCast): string {
  if (organisation) {
    const staff = cast.staff.filter(({ ods }) => ods === organisation.ods);
    const people = staff.map(({ key, given, family, jobTitle }) => ({
      value: key,
      label: `${given} ${family}`,
      hint: jobTitle,
    }));
    return (
      group('person', 'Who are you?', people) +
      group('case', 'What does your employer say?', listed(STAFF_CASES))
    );
  }
  const people = cast.people.map(({ key, given, family, birthDate, what }) => ({
    value: key,
    label: `${given} ${family}`,
    hint: `Born ${birthDay(birthDate)}. ${what}`,
  }));
  return (
    group('person', 'Who are you?', people) +
    group('level', 'How have you proved who you are?', listed(LEVELS)) +
    group('case', 'What does Demo sign-in say of you?', listed(PERSON_CASES))
  );
}

/** The page on which a tester chooses who to be. It holds no script. */
export const choosingPage = (tenant: Tenant, cast: DemoCast, action: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Demo sign-in</title>
    <link rel="icon" href="/front/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/front/front.css" />
    <link rel="stylesheet" href="/front/forms.css" />
  </head>
  <body>
    <a class="skip" href="#main">Skip to main content</a>
    <main id="main" class="width">
      <h1>Demo sign-in</h1>
      <p class="lead">
        This page stands in for ${
          tenant.organisation ? `the sign-in of ${escaped(tenant.organisation.name)}` : 'a national sign-in'
        }. Everybody on it is made up, and there is no password. Choose who to be.
      </p>
      <form method="post" action="${escaped(action)}">${questionsOf(tenant, cast)}
        <p class="buttons">
          <button type="submit" name="do" value="go">Continue to Heldwell</button>
          <button type="submit" name="do" value="cancel" class="second">Cancel and go back</button>
        </p>
      </form>
    </main>
  </body>
</html>
`;

/** What is shown where the address is old or the browser another. */
export const lostPage = (): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Demo sign-in – start again</title>
    <link rel="stylesheet" href="/front/front.css" />
  </head>
  <body>
    <main class="width">
      <h1>Start again</h1>
      <p>This step of Demo sign-in is over. <a href="/">Go to Heldwell</a> and sign in from there.</p>
    </main>
  </body>
</html>
`;
