import { type ReactNode, type Ref, type RefObject, useEffect, useId, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { useKitText } from '../text.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

/** Words that stand out from the text around them. */
export function InsetText({ children }: { children: ReactNode }) {
  const t = useKitText();
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">{`${t('ui.information')} `}</span>
      {children}
    </div>
  );
}

/** Something to know before going on: not urgent care, which is a CareCard. */
export function WarningCallout({
  heading,
  headingLevel = 3,
  children,
}: {
  heading?: ReactNode;
  headingLevel?: HeadingLevel;
  children: ReactNode;
}) {
  const t = useKitText();
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <Heading level={headingLevel} className="nhsuk-card__heading">
          {heading && <span className="nhsuk-u-visually-hidden">{`${t('ui.important-prefix')} `}</span>}
          {heading ?? t('ui.important')}
        </Heading>
        {children}
      </div>
    </div>
  );
}

/** It is done: the heading of a confirmation page, and what happens next. Brings the h1, so on a screen use `Page` with `panel`. */
export function Panel({
  heading,
  children,
  ref,
}: {
  heading: ReactNode;
  children?: ReactNode;
  ref?: Ref<HTMLHeadingElement>;
}) {
  return (
    <div className="nhsuk-panel">
      <h1 className="nhsuk-panel__heading" ref={ref} tabIndex={ref ? -1 : undefined}>
        {heading}
      </h1>
      {children && <div className="nhsuk-panel__body">{children}</div>}
    </div>
  );
}

export interface NotificationBannerProps {
  title?: string;
  /** Something was done just now: green, read out at once, and where focus goes, since what was pressed is often gone. */
  success?: boolean;
  headingLevel?: HeadingLevel;
  children: ReactNode;
}

/** Gives focus to what appears, or says something else than before. */
function useFocusOnNews(takesFocus: boolean): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  const said = useRef<string>(null);
  useEffect(() => {
    const says = box.current?.textContent ?? null;
    if (takesFocus && says !== said.current) box.current?.focus();
    said.current = says;
  });
  return box;
}

/** News about the whole page, above its h1. Never beside an error summary. */
export function NotificationBanner({ title, success, headingLevel = 2, children }: NotificationBannerProps) {
  const t = useKitText();
  const id = useId();
  const box = useFocusOnNews(success === true);
  return (
    <section
      ref={box}
      tabIndex={success ? -1 : undefined}
      className={classNames('nhsuk-notification-banner', success && 'nhsuk-notification-banner--success')}
      role={success ? 'alert' : undefined}
      aria-labelledby={id}
    >
      <div className="nhsuk-notification-banner__header">
        <Heading level={headingLevel} className="nhsuk-notification-banner__title" id={id}>
          {title ?? (success ? t('ui.success') : t('ui.important'))}
        </Heading>
      </div>
      <div className="nhsuk-notification-banner__content">{children}</div>
    </section>
  );
}
