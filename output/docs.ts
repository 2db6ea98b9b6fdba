import { REASONS } from '../schemas/index.js';
import { ALL_LINK_MODELS, ALL_MODELS, isList, type Field, type Model, type RecordModel, type ScalarField } from './model.js';
import { queryBuilder } from './store/dialect.js';
import { EXAMPLE_QUERIES } from './store/examples.js';
import { MIGRATIONS } from './store/migrations.js';
import { listName, listRows, recordSlots, rowsOf, slotColumn, slotsOf } from './store/tables.js';
import { linkViews, questionViews, type View } from './store/views.js';

/** The documents that are made from the schemas, by path; a test says when the committed ones are stale. */
export function generatedDocs(): Record<string, string> {
  return { 'docs/records.md': recordsDoc(), 'docs/store.md': storeDoc() };
}

const MADE = '<!-- Made from the schemas by `npm run generate`; changes belong there. -->';

function recordsDoc(): string {
  const toc = [...ALL_MODELS, ...ALL_LINK_MODELS].map(
    (model) => `- [${model.name}](#${model.name}) (${model.title.zh}): ${model.description}`,
  );
  return page([
    '# Records',
    MADE,
    'What gongbao reads from a notice, type by type. The same fields, in the same order, are in the exports (`<type>.jsonl`, `<type>.csv`) and in the views of the [store](store.md).',
    toc.join('\n'),
    'Offsets are UTF-16 code units into the `text` of the notice: `text.slice(start, end) === quote`. Dates are ISO 8601 to the precision given: `2028`, `2026-12`, `2021-07-08`. What a notice does not say is null. *Resolved* fields are names that were given their identity by the gazetteer; they are null where that was not possible.',
    ...ALL_MODELS.map(recordSection),
    ...ALL_LINK_MODELS.map(recordSection),
    '## Reasons',
    'What `reasons` may hold: first what the reading rests on, then what makes it less sure. `confidence` is made of them; how often each was right stands in [bench](../bench/README.md).',
    table(
      ['reason', 'in Chinese', 'in English'],
      Object.entries(REASONS).map(([name, { zh, en }]) => [`\`${name}\``, zh, en]),
    ),
  ]);
}

function recordSection(model: Model): string {
  const lists = model.fields.filter(isList).flatMap((field) => (field.items ? [{ field, items: field.items }] : []));
  return page([
    `## ${model.name}`,
    `${model.title.zh}. ${model.description}`,
    table(
      ['field', 'type', 'meaning'],
      model.fields.map((field) => [`\`${field.name}\``, typeOf(field), meaning(field)]),
    ),
    ...lists.map(({ field, items }) =>
      page([
        `Each of \`${field.name}\`:`,
        table(
          ['field', 'type', 'meaning'],
          items.map((item) => [`\`${item.name}\``, typeOf(item), meaning(item)]),
        ),
      ]),
    ),
  ]);
}

function typeOf(field: Field): string {
  if (isList(field)) return field.items ? 'list of objects' : 'list of texts';
  const type = field.choices
    ? field.choices.map((choice) => `\`${choice}\``).join(', ')
    : field.value === 'json'
      ? 'JSON'
      : field.value;
  return field.nullable ? `${type} or null` : type;
}

function meaning(field: { marks: ScalarField['marks'] }): string {
  return `${field.marks.resolved ? '*resolved*; ' : ''}${field.marks.description ?? ''}`;
}

function storeDoc(): string {
  return page([
    '# The store',
    MADE,
    STORE_INTRO,
    '## Views to query',
    VIEWS_INTRO,
    table(
      ['view', 'one row is'],
      ALL_MODELS.map((model) => [`[\`${model.name}\`](records.md#${model.name})`, `${model.title.zh}: ${model.description}`]),
    ),
    'Each list in a record also has a view of its own, with the record’s `id`, the `position` from 0, and the fields of the item (`value` for a text):',
    table(['view', 'columns', 'holds'], ALL_MODELS.flatMap(listRowsOfDoc)),
    RESOLUTIONS,
    '### What all notices give together',
    LINKED,
    table(['view', 'holds', 'columns'], linkViews(queryBuilder(null)).map(viewRow)),
    '### Answers to common questions',
    table(['view', 'holds', 'columns'], questionViews(queryBuilder(null)).map(viewRow)),
    '## Queries to start from',
    ...EXAMPLE_QUERIES.map(({ question, sql }) => page([`${question}:`, `\`\`\`sql\n${sql}\n\`\`\``])),
    '## How it is kept',
    KEEPING,
    table(['table', 'holds', 'columns of its own'], ALL_MODELS.flatMap(keptRows)),
    '### Search index',
    SEARCHING,
    '### Durable tables',
    DURABLE,
    ...MIGRATIONS.map((step, i) => page([`Version ${i + 1}, ${step.name}:`, `\`\`\`sql\n${dedent(step.sql)}\n\`\`\``])),
  ]);
}

const STORE_INTRO = `A store is one SQLite file. Open it with any SQLite tool (3.38 or newer): \`sqlite3 notices.db\`, DB Browser, Datasette, DuckDB,
pandas. Reading is safe at any time, also while gongbao writes (WAL); the files \`-wal\` and \`-shm\` beside it belong to it while it is open.`;

const VIEWS_INTRO = `Query the views. A name without an ending is whole: its rows have the fields of [the records](records.md), in the same
order, ids and resolved names with them, lists and maps as JSON. A name that ends in \`_rows\` is a table that the view is made from.

- \`id\` of a notice is a hash of issuer and document number (else title and date, else text). Where the same notice stands in several
  files, the first by path has the plain id and the others have \`~2\`, \`~3\` … behind it; \`same_as\` lists them.
- \`id\` of a record is \`<notice id>:<key>\`. Filter by \`notice_id\` where you can: that has an index.
- \`"table"\`, \`"end"\`, \`"group"\` and \`"check"\` are words of SQL: put them in double quotes.`;

const RESOLUTIONS = `\`resolutions\` says for each name what it stands for (\`entity_id\`, \`entity_name\`, \`code\`), by which \`method\`, with what \`score\`, and which
\`candidates\` lost; \`slot\` names the field of the record that it fills, \`position\` the place in a list. Resolved columns of the views come from here.`;

const LINKED = `The last step of \`ingest\` looks at the whole store and makes these anew. A cluster that several notices name is one entity where its
park (else its place) and its industry are the same; likeness alone never joins two, it gives a finding (\`cluster_identity\`). A notice
in several files counts once. A web page that offers files and the notices that were read from them are linked (\`attachment_links\`; \`attached\` and
\`attachment_of\` of notices), whichever came in first; a file that is offered and is not in the store is a finding.`;

const KEEPING = `Tables that end in \`_rows\` hold the records and can be made again at any time from the stored documents. When a newer version of
gongbao describes records differently, it drops them, makes them anew and reads the documents again. Do not build on them; build on the views.

\`pk\` is an internal key, \`input_pk\`, \`notice_pk\` and \`record_pk\` point at one, \`sort_no\` is a record's place in its input and \`key\` its name in its notice.
Deleting an input deletes all that hangs on it. Booleans are 0 and 1, dates and JSON are TEXT. What a name means is kept once in \`resolutions_rows\`, whatever number of
records bear the name; \`park_pk\`, \`place_pk\`, \`region_pk\`, \`units_pk\` … lead to it, and \`at_pk\` to the place that a cluster or a rating belongs to. \`quote\` is null where
it is cut out of the notice’s text; the views have it.`;

const SEARCHING = `Each record type has a full-text index, \`notices_search\`, \`clusters_search\` … (FTS5). Its \`rowid\` is the \`pk\` of the table that
ends in \`_rows\`; it keeps no text, only which *grams* stand where: \`低空经济\` is kept as \`低空 空经 经济 济\`. So a substring of two characters or more is the
phrase of its pairs, \`match '"低空 空经 经济"'\`, and one character the beginning of a gram, \`match '经*'\`. Grams are made of folded text: without white space, letters
lower case, letters and digits half-width, all other ASCII marks full-width (\`10%\` is \`10 0％\`), all brackets round (\`〔2021〕\` is \`（2 20 02 21 1）\`), quotation marks \`＂\`,
dashes \`－\`. Names and titles stand in it once more with \`⁂\` before each gram. \`gongbao search\` does all this. The index follows the records: it is made again when they are,
and from them where only it is missing. It asks for SQLite 3.43 or newer; older ones read all other tables.`;

const DURABLE = `These cannot be made from anything else. \`inputs\` has one row per file, by its path relative to the folder that was ingested;
\`pipeline\` and \`gazetteer\` say what its records were made with, and are empty when they are due to be made again. \`documents\` holds each file as
it was read, and \`history\` what a path held before: \`body\`, \`document\` and \`records\` are JSON, compressed with gzip. \`changes\` has a row for each record that there is or was, with a hash of what it says and the number (\`seq\`) of the
change that made it so; \`gongbao export --since\` reads it. \`meta\` says from which
schemas tables and views were made. \`pragma user_version\` is the version of these tables, \`pragma application_id\` is 0x6762616f (\`gbao\`).`;

function listRowsOfDoc(model: RecordModel): string[][] {
  return model.fields.filter(isList).map((field) => {
    const columns = ['id', 'position', ...(field.items?.map((item) => item.name) ?? ['value'])];
    return [`\`${listName(model, field)}\``, code(columns), field.marks.description ?? ''];
  });
}

function viewRow(view: View): string[] {
  return [`\`${view.name}\``, view.about, code(view.columns)];
}

/** The tables that a record type is kept in. */
function keptRows(model: RecordModel): string[][] {
  const own =
    model.name === 'notices'
      ? ['pk', 'input_pk', 'sort_no', 'identity', 'id', 'pages']
      : ['pk', 'input_pk', 'notice_pk', 'sort_no', 'key'];
  const lists = model.fields.filter(isList);
  return [
    [`\`${rowsOf(model)}\``, `${model.name} without lists and resolved names`, code([...own, ...recordSlots(model)])],
    ...lists.map((field) => [
      `\`${listRows(model, field)}\``,
      `\`${field.name}\` of ${model.name}`,
      code(['record_pk', 'position', ...slotsOf(field.items ?? []).map(slotColumn)]),
    ]),
  ];
}

function page(parts: string[]): string {
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Takes away the indentation that a statement has in the source. */
function dedent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}
