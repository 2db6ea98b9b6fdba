/** Queries that people start from; shown in the docs, and run by the tests. */
export const EXAMPLE_QUERIES: readonly { question: string; sql: string }[] = [
  {
    question: 'What must an organ do by the end of 2027, and where does it say so',
    sql: `select due, role, number, title, notice_title, document_number, page
from obligations_by_unit
where canonical = '景德镇市工业和信息化局' and due_last_day <= '2027-12-31'
order by due_last_day, role;`,
  },
  {
    question: 'Which clusters of a prefecture have which grade (codes that begin with 3602 lie in 景德镇)',
    sql: `select place, subject, year, grade
from ratings_with_places
where subject_kind = 'cluster' and place_code like '3602%'
order by year, grade, subject;`,
  },
  {
    question: 'Targets by the date they are due',
    sql: `select due, scope, indicator, comparator, value, unit, notice_title
from targets_by_due
order by due_last_day;`,
  },
  {
    question: 'The ten largest projects',
    sql: `select name, investment_cny / 1e8 as investment_100m_yuan, period_text, "table"
from projects
order by investment_cny desc
limit 10;`,
  },
  {
    question: 'Investment by project table',
    sql: `select "table", projects, investment_cny, first_start, last_end, notice_title
from project_totals
order by investment_cny desc;`,
  },
  {
    question: 'Figures of one indicator over the years',
    sql: `select area, year, value, unit, labels
from observations
where indicator = '户数'
order by area, year;`,
  },
  {
    question: 'What a person should check first',
    sql: `select severity, message, file, page
from findings_to_check
order by severity = 'error' desc, file, page;`,
  },
  {
    question: 'Notices that two organs signed together',
    sql: `select n.document_number, n.title, group_concat(i.value, '、') as issuers
from notices as n join notices_issuers as i on i.id = n.id
group by n.id, n.document_number, n.title
having count(*) > 1;`,
  },
  {
    question: 'Notices that hold a word (产业集群), by the search index; see below how it spells words',
    sql: `select n.title, n.document_number, n.issued_on
from notices_search
join notices_rows as n on n.pk = notices_search.rowid
where notices_search match '"产业 业集 集群"'
order by n.issued_on desc;`,
  },
  {
    question: 'Names that nobody could place, by how often they occur',
    sql: `select kind, name, count(*) as times
from resolutions
where method = 'unresolved'
group by kind, name
order by times desc;`,
  },
];
