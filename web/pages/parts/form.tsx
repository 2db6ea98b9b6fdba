import type { Child, FC } from 'hono/jsx';
import type { Text } from '../../site.js';
import type { FilterName, Filters } from '../../filters.js';
import { FILTER_WORDS } from '../filters.js';
import { PAGE_SIZE, PAGE_SIZES } from '../paging.js';
import type { View } from '../view.js';
import { ROLES, SEVERITIES } from '../words.js';

/** What a filter may be, where the store says; the number of records with it beside. */
export interface Choice {
  value: string;
  name: string;
  count?: number;
}

export interface FilterForm {
  /** where it leads, without the base path */
  action: string;
  /** in the order of the form */
  fields: readonly FilterName[];
  filters: Filters;
  choices?: Partial<Record<FilterName, readonly Choice[]>>;
  /** orders to choose from: the value of `sort` with its name */
  sorts?: readonly [sort: string, name: Text][];
  sort?: string | undefined;
  limit?: number;
  /** further fields of the page, behind the filters */
  more?: Child;
}

/** Names that are looked up as one types. */
const NAMED: Partial<Record<FilterName, string>> = { unit: 'organ', issuer: 'organ', place: 'place', park: 'park' };
const DATES: readonly FilterName[] = ['due_before', 'due_after', 'issued_before', 'issued_after'];
const NUMBERS: readonly FilterName[] = ['year', 'start_year', 'end_year', 'investment_min', 'investment_max'];

/** The filters of a list as a form that leads to an address with them in it. */
export const Filter: FC<{ v: View; form: FilterForm }> = ({ v, form }) => (
  <form class="filter" action={v.href(form.action)} aria-label={v.say({ zh: '筛选', en: 'Filters' })}>
    {form.fields.map((name) => (
      <Field v={v} form={form} name={name} />
    ))}
    {form.more}
    {form.sorts === undefined ? null : (
      <Labelled id="f-sort" label={v.say({ zh: '排序', en: 'Order' })}>
        <select id="f-sort" name="sort">
          {form.sorts.map(([value, name]) => (
            <option value={value} selected={value === form.sort}>
              {v.say(name)}
            </option>
          ))}
        </select>
      </Labelled>
    )}
    <Labelled id="f-limit" label={v.say({ zh: '每页', en: 'Per page' })}>
      <select id="f-limit" name="limit">
        {sizes(form.limit ?? PAGE_SIZE).map((size) => (
          <option value={size === PAGE_SIZE ? '' : String(size)} selected={size === (form.limit ?? PAGE_SIZE)}>
            {size}
          </option>
        ))}
      </select>
    </Labelled>
    <div class="do">
      <button class="main">{v.say({ zh: '查询', en: 'Show' })}</button>
      <a href={v.href(form.action)}>{v.say({ zh: '清除条件', en: 'Clear' })}</a>
    </div>
  </form>
);

const sizes = (own: number): number[] => [...new Set([...PAGE_SIZES, own])].sort((a, b) => a - b);

/** A label with what it is of. */
export const Labelled: FC<{ id: string; label: string; children?: Child }> = ({ id, label, children }) => (
  <div class="field">
    <label for={id}>{label}</label>
    {children}
  </div>
);

const Field: FC<{ v: View; form: FilterForm; name: FilterName }> = ({ v, form, name }) => {
  const id = `f-${name}`;
  const value = form.filters[name];
  const choices = choicesOf(v, form, name);
  return (
    <Labelled id={id} label={v.say(FILTER_WORDS[name])}>
      {choices === null ? (
        <Typed v={v} id={id} name={name} value={value} />
      ) : (
        <Chosen v={v} id={id} name={name} value={value === undefined ? '' : String(value)} choices={choices} />
      )}
    </Labelled>
  );
};

/** The values to choose from; null where the field is typed. */
function choicesOf(v: View, form: FilterForm, name: FilterName): readonly Choice[] | null {
  if (name === 'role') return Object.entries(ROLES).map(([value, text]) => ({ value, name: v.say(text) }));
  if (name === 'severity') return Object.entries(SEVERITIES).map(([value, text]) => ({ value, name: v.say(text) }));
  return form.choices?.[name] ?? null;
}

const Chosen: FC<{ v: View; id: string; name: string; value: string; choices: readonly Choice[] }> = (props) => {
  const { v, id, name, value, choices } = props;
  const all = value === '' || choices.some((one) => one.value === value) ? choices : [{ value, name: value }, ...choices];
  return (
    <select id={id} name={name}>
      <option value="">{v.say({ zh: '不限', en: 'any' })}</option>
      {all.map((one) => (
        <option value={one.value} selected={one.value === value}>
          {one.count === undefined ? one.name : `${one.name}（${one.count}）`}
        </option>
      ))}
    </select>
  );
};

const Typed: FC<{ v: View; id: string; name: FilterName; value: string | number | undefined }> = ({ v, id, name, value }) => {
  const kind = NAMED[name];
  const date = DATES.includes(name);
  const numeric = date || NUMBERS.includes(name);
  return (
    <input
      id={id}
      name={name}
      value={value === undefined ? '' : String(value)}
      maxlength={200}
      inputmode={numeric && !date ? 'numeric' : undefined}
      pattern={date ? '\\d{4}(-\\d{2}(-\\d{2})?)?' : undefined}
      title={date ? v.say({ zh: '如 2026、2026-06 或 2026-06-30', en: 'e.g. 2026, 2026-06 or 2026-06-30' }) : undefined}
      placeholder={date ? '2026-12-31' : undefined}
      class={numeric ? 'short' : undefined}
      autocomplete="off"
      data-suggest={kind === undefined ? undefined : v.href('/suggest', { kind })}
    />
  );
};
