import type { Child, FC } from 'hono/jsx';
import { z } from 'zod';
import type { SearchFilter } from '../../output/index.js';
import {
  RECORD_TYPE_NAMES,
  type HitCount,
  type Passage,
  type RecordTypeName,
  type SearchAnswer,
  type SearchHit,
} from '../../schemas/index.js';
import { askedPlace } from '../../questions/index.js';
import { defined } from '../filters.js';
import { rememberedUnit } from '../units.js';
import type { Page } from './layout.js';
import { PageError } from './page-error.js';
import { answerFiles, Files, Nothing, Pager, type FileLink } from './parts/foot.js';
import { Labelled } from './parts/form.js';
import { sameWith } from './parts/table.js';
import { noticePath, recordPath, type View } from './view.js';
import { field, typeName } from './words.js';

const parameters = z.object({
  q: z.string().trim().max(1000).default(''),
  type: z.enum(RECORD_TYPE_NAMES).optional(),
  place: z.string().max(200).optional(),
  unit: z.string().max(200).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional(),
  cursor: z.string().max(1000).optional(),
});
type Asked = z.output<typeof parameters>;

/** Everything that holds the words, by type, place and year. */
export async function searchPage(v: View): Promise<Page> {
  const asked = readAsked(v);
  const title =
    asked.q === '' ? v.say({ zh: '搜索', en: 'Search' }) : v.say({ zh: `搜索：${asked.q}`, en: `Search: ${asked.q}` });
  const answer = asked.q === '' ? null : await ask(v, asked);
  return {
    title,
    body: (
      <>
        <h1>{v.say({ zh: '搜索', en: 'Search' })}</h1>
        <SearchForm v={v} asked={asked} />
        {answer === null ? <HowTo v={v} /> : <Answer v={v} asked={asked} answer={answer} />}
      </>
    ),
  };
}

function readAsked(v: View): Asked {
  const given = [...v.query].filter(([, value]) => value.trim() !== '');
  const read = parameters.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const name = String(read.error.issues[0]?.path[0]);
  throw new PageError(
    400,
    { zh: `无法按“${name}”的这个值搜索。`, en: `That is no value of “${name}”.` },
    { zh: '年份写作 2026；类型请从页面左侧选择。', en: 'A year is written 2026; choose the type on the page.' },
  );
}

async function ask(v: View, { q, type, place, unit, year, cursor }: Asked): Promise<SearchAnswer> {
  const organ = unit === undefined ? undefined : (await rememberedUnit(unit, place, v.store, v.site.resolver)).filter;
  const filter = defined<SearchFilter>({
    place: place === undefined ? undefined : askedPlace(place, v.site.resolver),
    year,
    unit: organ,
    issuer: unit,
    types: type === undefined ? undefined : [type],
  });
  return v.store.search(q, filter, { limit: 20, ...(cursor === undefined ? {} : { cursor }) });
}

const SearchForm: FC<{ v: View; asked: Asked }> = ({ v, asked }) => (
  <form class="filter search" action={v.href('/search')} role="search">
    <div class="field grow">
      <label for="s-q">{v.say({ zh: '找什么', en: 'What' })}</label>
      <input
        id="s-q"
        type="search"
        name="q"
        value={asked.q}
        maxlength={1000}
        data-suggest={v.href('/suggest')}
        autocomplete="off"
      />
    </div>
    <Labelled id="s-place" label={v.say({ zh: '地区', en: 'Place' })}>
      <input
        id="s-place"
        name="place"
        value={asked.place ?? ''}
        maxlength={200}
        autocomplete="off"
        data-suggest={v.href('/suggest', { kind: 'place' })}
      />
    </Labelled>
    <Labelled id="s-year" label={v.say({ zh: '年份', en: 'Year' })}>
      <input
        id="s-year"
        name="year"
        class="short"
        inputmode="numeric"
        pattern="\d{4}"
        value={asked.year === undefined ? '' : String(asked.year)}
      />
    </Labelled>
    {asked.type === undefined ? null : <input type="hidden" name="type" value={asked.type} />}
    <div class="do">
      <button class="main">{v.say({ zh: '搜索', en: 'Search' })}</button>
    </div>
  </form>
);

const HowTo: FC<{ v: View }> = ({ v }) => (
  <div class="nothing">
    <p>
      {v.say({
        zh: '输入词语、文号、数字或一句问话。多个词之间留空格，须同时出现；“”或 "…" 内为一个整体。',
        en: 'Type words, a document number, a figure or a question. Several words must all be there; "…" is one phrase.',
      })}
    </p>
    <p>
      {v.say({ zh: '例如：', en: 'E.g.: ' })}
      {['低空经济', '数字化 市工业和信息化局', '2000亿元'].map((q) => (
        <>
          <a href={v.href('/search', { q })}>{q}</a>{' '}
        </>
      ))}
    </p>
  </div>
);

const Answer: FC<{ v: View; asked: Asked; answer: SearchAnswer }> = ({ v, asked, answer }) => (
  <div class="with-facets">
    <Facets v={v} asked={asked} answer={answer} />
    <section aria-label={v.say({ zh: '结果', en: 'Hits' })}>
      {answer.left_out.length === 0 ? null : (
        <p class="about">
          {v.say({
            zh: `没有整句相符的内容，已改找：${answer.words.join('、')}；未计入：${answer.left_out.join('、')}`,
            en: `Nothing holds it as it stands. Looked for: ${answer.words.join(', ')}; left out: ${answer.left_out.join(', ')}`,
          })}
        </p>
      )}
      {answer.total.count === 0 ? (
        <Nothing
          what={v.say({ zh: '没有找到。', en: 'Nothing was found.' })}
          hint={v.say({ zh: '请换一个词，或去掉地区、年份和类型。', en: 'Try another word, or leave out place, year and type.' })}
        />
      ) : (
        <>
          <div class="count">
            <p>{v.say({ zh: `共 ${counted(v, answer.total)} 处`, en: `${counted(v, answer.total)} hits` })}</p>
            <Files v={v} files={filesOf(asked)} />
          </div>
          <ol class="hits">
            {answer.hits.map((hit) => (
              <li>
                <Hit v={v} hit={hit} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Pager v={v} next={answer.next} />
    </section>
  </div>
);

/** The hits of this page as JSON; all of them, as far as files go, as tables. */
const filesOf = ({ cursor, ...asked }: Asked): FileLink[] =>
  answerFiles('/api/v1/search', { ...asked, limit: 20, cursor }, { params: asked });

const counted = (v: View, { count, exact }: HitCount): string =>
  exact
    ? count.toLocaleString('en')
    : v.say({ zh: `${count.toLocaleString('en')} 以上`, en: `more than ${count.toLocaleString('en')}` });

/** How many hits of each type there are, each a way to them alone. */
const Facets: FC<{ v: View; asked: Asked; answer: SearchAnswer }> = ({ v, asked, answer }) => {
  const types = RECORD_TYPE_NAMES.filter((type) => (answer.by_type[type]?.count ?? 0) > 0);
  const facet = (type: RecordTypeName | null, name: string, count: string): Child => (
    <li>
      <a href={sameWith(v, { type, cursor: null })} aria-current={(asked.type ?? null) === type ? 'true' : undefined}>
        {name}
        <small>{count}</small>
      </a>
    </li>
  );
  return (
    <nav class="facets" aria-label={v.say({ zh: '按类型', en: 'By type' })}>
      <ul>
        {facet(null, v.say({ zh: '全部', en: 'All' }), '')}
        {types.map((type) => facet(type, v.say(typeName(type)), counted(v, answer.by_type[type] ?? { count: 0, exact: true })))}
      </ul>
    </nav>
  );
};

/** What was found, where, and the words around it. */
const Hit: FC<{ v: View; hit: SearchHit }> = ({ v, hit }) => (
  <>
    <h2>
      <span class={`kind ${hit.type}`}>{v.say(typeName(hit.type))}</span>
      <a href={hitHref(v, hit)}>{hit.title ?? hit.file}</a>
    </h2>
    {hit.passages.map((passage) => (
      <p>
        {passage.field === 'text' || passage.field === 'quote' ? null : <span class="role">{v.say(field(passage.field))}</span>}
        <Marked passage={passage} />
      </p>
    ))}
    <p class="from">
      {[hit.type === 'notices' ? null : hit.notice_title, hit.document_number, hit.issued_on]
        .filter((part) => part !== null)
        .join(' · ') || hit.file}
      {hit.page === null ? '' : v.say({ zh: ` · 第${hit.page}页`, en: ` · p. ${hit.page}` })}
    </p>
  </>
);

function hitHref(v: View, { type, id, notice_id }: SearchHit): string {
  if (type === 'notices') return v.href(noticePath(id));
  return notice_id === null ? v.href(`/records/${encodeURIComponent(id)}`) : v.href(recordPath(notice_id, id));
}

/** A passage with the words that were looked for. */
const Marked: FC<{ passage: Passage }> = ({ passage: { text, marks } }) => {
  const parts: Child[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>);
    at = end;
  }
  return <>{[...parts, text.slice(at)]}</>;
};
