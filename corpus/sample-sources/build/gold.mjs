// Short ways to write gold records by hand, and how a gold file is laid out.

/** A target. `more` holds what is not null: scope, value_max, growth, direction, base_year, frequency, alt, optional, note. */
export const target = (indicator, comparator, value, unit, value_text, due, quote, more = {}) => ({
  indicator, scope: null, comparator, value, value_max: null, unit, value_text, due, growth: null, direction: null,
  base_year: null, frequency: null, quote, ...more,
});

/**
 * Units in one string, separated by spaces: `市财政局=芜湖市财政局`; a leading `+` is the lead, `~` a supporting unit,
 * a trailing `*` marks a group, `=?…` a canonical name that is likely and not sure, `=…/…` two that are equally right.
 */
export const units = (written) =>
  written.trim().split(/\s+/).map((word) => {
    const role = { '+': 'lead', '~': 'support' }[word[0]] ?? 'responsible';
    const bare = word.replace(/^[+~]/, '');
    if (bare.endsWith('*')) return { name: bare.slice(0, -1), role, canonical: null, group: true };
    const [name, official] = bare.split('=');
    if (!official) return { name, role, canonical: null, group: false, uncertain: ['canonical'] };
    const unsure = official.startsWith('?');
    const [canonical, ...others] = official.replace('?', '').split('/');
    return {
      name, role, canonical, group: false,
      ...(unsure ? { uncertain: ['canonical'] } : {}), ...(others.length ? { alt: { canonical: others } } : {}),
    };
  });

/** An obligation that a clause gives to units. */
export const duty = (number, title, path, text_start, written, more = {}) => ({
  number, title, path, text_start, basis: 'clause', due: null, units: units(written), ...more,
});

/** An obligation in running words (“X负责…”): found or not, it does not count. */
export const inline = (path, text_start, written) => ({
  number: null, title: null, path, text_start, basis: 'inline', due: null, units: units(written), optional: true,
});

export const finding = (check, message, expected, actual, more = {}) => ({
  check, severity: 'warning', message, expected, actual, ...more,
});

/** One record a line, as a person reads and a diff shows them. */
export const layOut = ({ file, ...types }) => {
  const part = ([type, records]) =>
    ` ${JSON.stringify(type)}: [${records.length ? `\n${records.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n ` : ''}]`;
  return `{\n "file": ${JSON.stringify(file)},\n${Object.entries(types).map(part).join(',\n')}\n}\n`;
};
