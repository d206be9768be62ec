import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../formatting/index.ts';
import { Link } from '../link.tsx';
import { useKitText } from '../text.ts';

/**
 * Keeps numbers, phone numbers, doses and postcodes in their order on a right-to-left page, and on one line; `long` is for
 * codes and addresses that a narrow page has to break.
 */
export function Bidi({ children, long = false }: { children: ReactNode; long?: boolean }) {
  return (
    <bdi dir="ltr" className={long ? 'hw-anywhere' : 'hw-nowrap'}>
      {children}
    </bdi>
  );
}

/** An NHS number, 3-3-4, never broken across lines. `labelled` puts "NHS number" before it. */
export function NhsNumber({ digits, labelled }: { digits: string; labelled?: boolean }) {
  const t = useKitText();
  const format = useFormat();
  return (
    <>
      {labelled && `${t('ui.nhs-number')} `}
      <Bidi>{format.nhsNumber(digits)}</Bidi>
    </>
  );
}

/** A phone number, a link that calls it unless `link` is false. */
export function Phone({ number, link = true }: { number: string; link?: boolean }) {
  const shown = <Bidi>{number}</Bidi>;
  return link ? <Link to={`tel:${number.replace(/[^\d+]/g, '')}`}>{shown}</Link> : shown;
}

/** An address in one line, its parts with commas between: a line breaks between parts, never within a postcode. */
export function Address({ line }: { line: string }) {
  const parts = line.split(', ');
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the order of the line and may be alike
    <Fragment key={at}>
      {at > 0 && ' '}
      <span className="hw-together">{at < parts.length - 1 ? `${part},` : part}</span>
    </Fragment>
  ));
}
