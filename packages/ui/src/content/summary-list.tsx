import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Link } from '../link.tsx';

/** Something to do about a row; `hidden` ends the words for those who do not see the row ("Change" + " name"). */
export interface RowAction {
  label: string;
  hidden: string;
  to?: string;
  onClick?: () => void;
}

/** One row: what it is, and what it says. */
export interface SummaryRow {
  key: string;
  value: ReactNode;
  actions?: RowAction[];
}

function Action({ action }: { action: RowAction }) {
  const words = (
    <>
      {action.label}
      <span className="nhsuk-u-visually-hidden">{` ${action.hidden}`}</span>
    </>
  );
  if (action.to) {
    return (
      <Link className="nhsuk-link" to={action.to}>
        {words}
      </Link>
    );
  }
  return (
    <button type="button" className="nhsuk-link hw-link-button" onClick={action.onClick}>
      {words}
    </button>
  );
}

/** Facts as pairs, with ways to change them. */
export function SummaryList({ rows, withoutBorder }: { rows: SummaryRow[]; withoutBorder?: boolean }) {
  const someActions = rows.some(({ actions }) => actions?.length);
  return (
    <dl className={classNames('nhsuk-summary-list', withoutBorder && 'nhsuk-summary-list--no-border')}>
      {rows.map(({ key, value, actions = [] }) => (
        <div
          className={classNames(
            'nhsuk-summary-list__row',
            someActions && actions.length === 0 && 'nhsuk-summary-list__row--no-actions',
          )}
          key={key}
        >
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {actions.length > 0 && (
            <dd className="nhsuk-summary-list__actions">
              {actions.length === 1 && actions[0] ? (
                <Action action={actions[0]} />
              ) : (
                <ul className="nhsuk-summary-list__actions-list">
                  {actions.map((action) => (
                    <li className="nhsuk-summary-list__actions-list-item" key={action.label}>
                      <Action action={action} />
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
