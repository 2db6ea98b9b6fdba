import type { ListPage, RecordFilter, SearchFilter, Store } from '../../output/index.js';
import type { RecordTypeName } from '../../schemas/index.js';

/** A question that the pages ask; `hits` says how many it found, `>` for more than are counted. */
export interface Question {
  name: string;
  ask: (store: Store) => Promise<string>;
}

function search(name: string, words: string, filter: SearchFilter = {}): Question {
  return {
    name: `search: ${name}`,
    ask: async (store) => {
      const { total } = await store.search(words, filter);
      return `${total.exact ? '' : '> '}${total.count}`;
    },
  };
}

function page(name: string, type: RecordTypeName, filter: RecordFilter, how: ListPage = {}): Question {
  return { name: `page: ${name}`, ask: async (store) => String((await store.page(type, filter, how)).records.length) };
}

function count(name: string, type: RecordTypeName, filter: RecordFilter): Question {
  return { name: `count: ${name}`, ask: async (store) => String(await store.count(type, filter)) };
}

function totals(name: string, type: RecordTypeName, filter: RecordFilter, by: string[], sum?: string): Question {
  const options = sum === undefined ? {} : { sum };
  return { name: `totals: ${name}`, ask: async (store) => String((await store.totals(type, filter, by, options)).length) };
}

/** What is asked of a store, `one` being the id of a notice in it, and a place of its notices. */
export function questions(one: string, { code: place, name }: { code: string; name: string }): Question[] {
  const organ = `${name}工业和信息化局`;
  const unit = { ids: [`organ:${place}:${organ}`], groups: [], part: null };
  const anyUnit = { ...unit, part: '工信局' };
  return [
    search('a rare name', '潍坊市工业投资'),
    search('a name', '市工信局'),
    search('a common word', '发展'),
    search('a phrase of common words', '高质量发展'),
    search('a mark', '，'),
    search('words together', '产业 发展 项目'),
    search('a number', '10%'),
    search('a document number', '〔2024〕6号'),
    search('nothing', '展发集推'),
    search('a question', '潍坊市工业投资目标是多少？'),
    search('a common word of a place', '产业', { place }),
    search('a common word of a year', '产业', { year: 2025 }),
    search('a common word in ratings of a grade', '产业', { types: ['ratings'], grade: '优秀' }),
    page('obligations', 'obligations', {}),
    page('obligations of an organ', 'obligations', { unit }),
    page('obligations of an organ by date', 'obligations', { unit }, { sort: 'due' }),
    page('obligations of any unit of a name', 'obligations', { unit: anyUnit }),
    page('obligations of a rare unit', 'obligations', { unit: '科学技术厅' }),
    page('obligations of a unit, place and date', 'obligations', { unit: anyUnit, place, dueBefore: '2027-06' }),
    page('obligations of a unit by date', 'obligations', { unit: anyUnit }, { sort: 'due' }),
    page('obligations of a place by date', 'obligations', { place, dueAfter: '2026-06' }, { sort: 'due' }),
    page('obligations due soon', 'obligations', { dueAfter: '2026-11-28', dueBefore: '2026-12' }, { sort: 'due' }),
    page('projects, the largest first', 'projects', {}, { sort: '-investment_cny' }),
    page('projects of a year, the largest first', 'projects', { startYear: 2024 }, { sort: '-investment_cny' }),
    page('projects of a place, the largest first', 'projects', { place }, { sort: '-investment_cny' }),
    page('targets by indicator', 'targets', { indicator: '企业' }, { sort: 'due' }),
    page('ratings of a place', 'ratings', { place }),
    page('ratings of a place and year', 'ratings', { place, year: 2020 }),
    page('clusters of a place by name', 'clusters', { place }, { sort: 'name' }),
    page('observations of a place', 'observations', { place }),
    page('findings to look at', 'findings', { severity: 'warning' }),
    page('notices, the latest first', 'notices', {}, { sort: '-issued_on' }),
    page('notices of a place', 'notices', { place }),
    page('notices of an issuer', 'notices', { issuer: '工业和信息化' }),
    page('records of a notice', 'targets', { notice: one }),
    count('obligations of a unit', 'obligations', { unit: anyUnit }),
    count('obligations', 'obligations', {}),
    totals('ratings by place and year', 'ratings', {}, ['place', 'year']),
    totals('ratings of a place by grade', 'ratings', { place }, ['grade']),
    totals('projects by year, with their sum', 'projects', {}, ['start_year'], 'investment_cny'),
    totals('projects by place, with their sum', 'projects', {}, ['place'], 'investment_cny'),
    totals('obligations by unit', 'obligations', {}, ['unit']),
    totals('obligations of a place by unit', 'obligations', { place }, ['unit']),
    totals('findings by check', 'findings', {}, ['check', 'severity']),
    { name: 'one notice', ask: async (store) => ((await store.get('notices', one)) ? '1' : '0') },
    { name: 'counts of all types', ask: async (store) => String((await store.counts()).inputs) },
  ];
}
