/**
 * GraphQL's own sentences say what somebody sent (“got invalid value "…"”) and guess at names of the schema (“Did you
 * mean …”). Both are left out: a value may be somebody's words, and a guess draws a map for whoever may not have one.
 */
export function safeMessage(message: string): string {
  const variable = /^Variable "\$\w+"(?= got invalid value )/.exec(message);
  if (variable) return `${variable[0]} does not fit${placeIn(message)}${reasonIn(message)}.`;
  return OTHERS.reduce((text, [pattern, kept]) => text.replace(pattern, kept), message);
}

const OTHERS: readonly [RegExp, string][] = [
  [/ Did you mean [\s\S]*$/, ''],
  [/^(Enum "\w+"|\w+) cannot represent [\s\S]*$/, 'A value is no $1.'],
  [/^Value [\s\S]* does not exist in ("\w+" enum)[\s\S]*$/, 'A value does not exist in the $1.'],
  [/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.'],
  [/^(Argument "\w+") has invalid value [\s\S]*$/, '$1 has a value that does not fit.'],
  [/^(Syntax Error: Expected [^,]+), found [\s\S]*$/, '$1.'],
  [/^(Syntax Error: (?:Unexpected|Invalid number|Invalid character|Cannot)[^"]*?)[:,]? *"[\s\S]*$/, '$1.'],
];

/** Where in the variable: the last place named, which is GraphQL's own and not a part of the value. */
function placeIn(message: string): string {
  const place = [...message.matchAll(/ at "\w+([.[][\w.[\]]*)";/g)].at(-1)?.[1];
  return place ? ` at "${place.replace(/^\./, '')}"` : '';
}

const REASONS =
  /; (Field "\w+" (?:of required type "[^"]+" was not provided|is not defined by type "[^"]+")|Expected (?:non-nullable )?type "[^"]+")(?=[ .])/g;

function reasonIn(message: string): string {
  const reason = [...message.matchAll(REASONS)].at(-1)?.[1];
  return reason ? `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}` : '';
}
