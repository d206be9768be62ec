import { type ChangeEventHandler, type FocusEventHandler, Fragment, type ReactNode, type Ref } from 'react';
import { Fieldset } from './fieldset.tsx';
import { describedBy, ErrorMessage, FormGroup, Hint } from './form-group.tsx';

/** One choice of a group. */
export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Shown under the choice while it is chosen. */
  conditional?: ReactNode;
  /** Words before this choice, such as "or". */
  divider?: string;
}

/** Props that Checkboxes and Radios share. */
interface GroupProps {
  /** Id of the first choice, where the error summary's link leads. */
  id: string;
  name?: string;
  legend: ReactNode;
  legendIsPageHeading?: boolean;
  legendSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  error?: string;
  items: Choice[];
  small?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  ref?: Ref<HTMLInputElement>;
}

export interface CheckboxesProps extends GroupProps {
  /** The chosen values, when the caller keeps them; leave out with react-hook-form's `register`. */
  value?: string[];
  defaultValue?: string[];
}

export interface RadiosProps extends GroupProps {
  /** The chosen value, when the caller keeps it; leave out with react-hook-form's `register`. */
  value?: string | null;
  defaultValue?: string;
  inline?: boolean;
}

interface ChoicesProps extends GroupProps {
  kind: 'checkboxes' | 'radios';
  chosen?: readonly string[];
  chosenAtFirst?: readonly string[];
  inline?: boolean;
}

function Choices(props: ChoicesProps) {
  const { kind, id, legend, legendIsPageHeading, legendSize, hint, error, items, small, inline } = props;
  const block = `nhsuk-${kind}`;
  const look = [block, small && `${block}--small`, inline && `${block}--inline`].filter(Boolean).join(' ');
  return (
    <FormGroup error={Boolean(error)}>
      <Fieldset
        legend={legend}
        legendIsPageHeading={legendIsPageHeading}
        legendSize={legendSize}
        describedBy={describedBy({ id, hint, error })}
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div className={look}>
          {items.map((item, index) => (
            <ChoiceItem key={item.value} group={props} item={item} index={index} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

function ChoiceItem({ group, item, index }: { group: ChoicesProps; item: Choice; index: number }) {
  const { kind, chosen, chosenAtFirst, onChange, onBlur, ref } = group;
  const block = `nhsuk-${kind}`;
  const id = index === 0 ? group.id : `${group.id}-${index + 1}`;
  const checked = chosen?.includes(item.value);
  return (
    <Fragment>
      {item.divider && <div className={`${block}__divider`}>{item.divider}</div>}
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={group.name ?? group.id}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          disabled={item.disabled}
          checked={checked}
          defaultChecked={chosen ? undefined : chosenAtFirst?.includes(item.value)}
          aria-describedby={item.hint ? `${id}-item-hint` : undefined}
          ref={ref}
          onBlur={onBlur}
          onChange={onChange ?? (chosen ? () => undefined : undefined)}
        />
        <label className={`nhsuk-label ${block}__label`} htmlFor={id}>
          {item.label}
        </label>
        {item.hint && (
          <div className={`nhsuk-hint ${block}__hint`} id={`${id}-item-hint`}>
            {item.hint}
          </div>
        )}
      </div>
      {item.conditional && checked && <div className={`${block}__conditional`}>{item.conditional}</div>}
    </Fragment>
  );
}

/** Any number of choices. `conditional` parts need `value`. */
export function Checkboxes({ value, defaultValue, ...rest }: CheckboxesProps) {
  return <Choices {...rest} kind="checkboxes" chosen={value} chosenAtFirst={defaultValue} />;
}

/** One choice out of a few. `conditional` parts need `value`. */
export function Radios({ value, defaultValue, ...rest }: RadiosProps) {
  const chosen = value === undefined ? undefined : value === null ? [] : [value];
  return (
    <Choices
      {...rest}
      kind="radios"
      chosen={chosen}
      chosenAtFirst={defaultValue ? [defaultValue] : undefined}
    />
  );
}
