import { Heading, NumberLine, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './entries.messages.json';
import type { DetailOf } from './entry-words.ts';

type Observation = DetailOf<'ObservationDetail'>;
type Measured = Pick<Observation, 'value' | 'text' | 'range' | 'position'>;

/** Whose result it is read as: "Your HbA1c was", or "HbA1c was" for everybody else. */
export type Voice = 'own' | 'other';

/** "Blood pressure" inside a sentence is "blood pressure"; "HbA1c" and "LDL" keep their letters. */
function insideSentence(title: string): string {
  return /^[A-Z][a-z]+(\s|$)/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function useValueWords(): (measured: Measured) => string | null {
  const format = useFormat();
  return ({ value, text }) => {
    if (!value) return text;
    const comparator = value.comparator as '<' | '<=' | '>' | '>=' | null;
    return format.quantity({ value: value.number, unit: value.unit, comparator });
  };
}

const places = { BELOW: 'entries.below', WITHIN: 'entries.within', ABOVE: 'entries.above' } as const;

/** Where a value stands in the usual range its source gave; when none was given, that is said, and none is made up. */
function Standing({ value, range, position }: Measured) {
  const t = useT(messages);
  const hasEnd = range?.low != null || range?.high != null;
  if (value && hasEnd && !value.comparator) {
    return <NumberLine value={value.number} unit={value.unit} low={range?.low} high={range?.high} />;
  }
  if (range?.text) return <p>{t('entries.range-in-words', { range: range.text })}</p>;
  return <p>{position === 'NO_RANGE' ? t('entries.no-range') : t(places[position])}</p>;
}

function Result({ title, measured, voice }: { title: string; measured: Measured; voice: Voice }) {
  const t = useT(messages);
  const wordsOf = useValueWords();
  const value = wordsOf(measured);
  const own = voice === 'own';
  const named = { title: own ? insideSentence(title) : title };
  if (value === null)
    return <p className="nhsuk-lede-text">{t(own ? 'entries.own-no-value' : 'entries.no-value', named)}</p>;
  return (
    <>
      <p className="nhsuk-lede-text">{t(own ? 'entries.own-was' : 'entries.was', { ...named, value })}</p>
      <Standing {...measured} />
    </>
  );
}

/** A result as sentences first, then on its usual range; each part of it where it has several (blood pressure). */
export function ResultInWords({
  title,
  detail,
  voice,
}: {
  title: string;
  detail: Observation;
  voice: Voice;
}) {
  const t = useT(messages);
  const { components, dataAbsentReason } = detail;
  const hasOwn = detail.value !== null || detail.text !== null || components.length === 0;
  return (
    <div className="hw-result">
      {hasOwn && <Result title={title} measured={detail} voice={voice} />}
      {dataAbsentReason && <p>{t('entries.why-no-value', { reason: dataAbsentReason })}</p>}
      {components.map((part) => (
        <section key={part.title}>
          <Heading level={2} className="nhsuk-heading-s">
            {part.title}
          </Heading>
          <Result title={part.title} measured={part} voice={voice} />
        </section>
      ))}
    </div>
  );
}
