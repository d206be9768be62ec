import { type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';
import { type Moment, useFormat } from '../formatting/index.ts';
import { useKitText } from '../text.ts';
import { PrivacyLabelList, type PrivacyLabelName } from './privacy-label.tsx';

export interface ConsentBannerProps {
  /** Whose record, or who sees it. */
  heading: ReactNode;
  labels: readonly PrivacyLabelName[];
  /** The end of the sharing; null says there is none, undefined says nothing. */
  until?: Moment | null;
  /** Why this sharing is in force, in words. */
  basis?: string;
  /** The sharing has ended while the page was open. */
  stopped?: boolean;
  /** More facts about the person, as pairs. */
  facts?: { key: string; value: ReactNode }[];
  children?: ReactNode;
}

/** Who sees which labels, until when and why: the strip above a record, and a row of the sharing page. */
export function ConsentBanner({
  heading,
  labels,
  until,
  basis,
  stopped,
  facts = [],
  children,
}: ConsentBannerProps) {
  const t = useKitText();
  const format = useFormat();
  const id = useId();
  const end = until === undefined ? null : until === null ? t('ui.no-end-date') : format.date(until);
  const pairs = [
    ...facts,
    ...(stopped || labels.length === 0
      ? []
      : [{ key: t('ui.sees'), value: <PrivacyLabelList labels={labels} /> }]),
    ...(end && !stopped ? [{ key: t('ui.until'), value: end }] : []),
    ...(basis && !stopped ? [{ key: t('ui.because'), value: basis }] : []),
  ];
  return (
    <section className={classNames('hw-consent', stopped && 'hw-consent--stopped')} aria-labelledby={id}>
      <p className="hw-consent__name" id={id}>
        {heading}
      </p>
      {stopped && <p role="status">{t('ui.sharing-stopped')}</p>}
      {pairs.length > 0 && (
        <dl>
          {pairs.map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}
