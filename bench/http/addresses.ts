/** An address of the site with the name that its figures stand under. */
export interface Address {
  name: string;
  path: string;
}

/** What the addresses are about: things that the store holds. */
export interface About {
  /** ids of a notice and of a cluster */
  notice: string;
  cluster: string | null;
  /** title of a table of figures */
  table: string;
  /** a place that notices are of */
  place: { code: string; name: string };
}

const page = (name: string, path: string, query: Readonly<Record<string, string>> = {}): Address => ({
  name: `page: ${name}`,
  path: withQuery(path, query),
});
const chart = (name: string, path: string, query: Readonly<Record<string, string>> = {}): Address => ({
  name: `chart: ${name}`,
  path: withQuery(`/charts/${path}.svg`, query),
});
const api = (name: string, path: string, query: Readonly<Record<string, string>> = {}): Address => ({
  name: `api: ${name}`,
  path: withQuery(`/api/v1${path}`, query),
});

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** What people and programs ask, in the order that they are measured in. */
export function addresses({ notice, cluster, table, place }: About): Address[] {
  const organ = `${place.name}工业和信息化局`;
  const near = { due_after: '2026-11-28', due_before: '2027-06' };
  return [
    page('overview', '/'),
    page('search: a name', '/search', { q: '市工信局' }),
    page('search: a frequent word', '/search', { q: '产业' }),
    page('search: a frequent word of a place and year', '/search', { q: '产业', place: place.name, year: '2025' }),
    page('search: a question', '/search', { q: '潍坊市工业投资目标是多少？' }),
    page('tasks', '/obligations'),
    page('tasks of an organ', '/obligations', { unit: organ }),
    page('tasks of a short name', '/obligations', { unit: '市工信局' }),
    page('tasks of a short name, place, dates', '/obligations', { unit: '市工信局', place: place.name, ...near }),
    page('tasks of a place in a role', '/obligations', { place: place.name, role: 'lead' }),
    page('notices', '/notices'),
    page('notices of a place', '/notices', { place: place.name }),
    page('a notice', `/notices/${notice}`),
    page('clusters', '/clusters'),
    ...(cluster === null ? [] : [page('a cluster', `/clusters/${encodeURIComponent(cluster)}`)]),
    page('ratings', '/ratings'),
    page('ratings of a place', '/ratings', { place: place.name }),
    page('targets', '/targets'),
    page('targets by indicator', '/targets', { indicator: '企业' }),
    page('projects, the largest first', '/projects'),
    page('projects of a year', '/projects', { start_year: '2024' }),
    page('tables of figures', '/observations'),
    page('a table put together', '/observations', { table }),
    page('figures of a place', '/observations', { place: place.name, view: 'list' }),
    page('findings', '/findings'),
    page('findings: warnings', '/findings', { severity: 'warning' }),
    page('names that nobody could place', '/unresolved'),
    page('a place', `/names/${place.code}`),
    page('names as one types', '/suggest', { q: '工业', kind: 'organ' }),
    chart('grades by place', 'grades'),
    chart('grades by year', 'grades', { by: 'year' }),
    chart('targets over time', 'targets', { indicator: '企业' }),
    chart('investment by year', 'investment'),
    chart('a table of figures', 'observations', { table }),
    api('tasks', '/obligations'),
    api('tasks of a short name, place, dates', '/obligations', { unit: '市工信局', place: place.name, ...near }),
    api('projects, the largest first', '/projects', { sort: '-investment_cny' }),
    api('ratings of a place', '/ratings', { place: place.name }),
    api('a notice', `/notices/${notice}`),
    api('text of a notice', `/notices/${notice}/text`),
    api('search', '/search', { q: '高质量发展' }),
    api('tasks by unit', '/totals/obligations', { by: 'unit', limit: '100' }),
    api('ratings by place and year', '/totals/ratings', { by: 'place,year' }),
    api('what a name means', '/resolve', { name: '市工信局', in: place.name }),
    api('changes', '/changes', { limit: '100' }),
    api('counts', '/stats'),
    api('100 tasks as CSV', '/obligations.csv', { limit: '100' }),
    api('100 tasks as a workbook', '/obligations.xlsx', { limit: '100' }),
  ];
}
