import type { SearchFilter } from '../../output/index.js';
import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { filterDefinitions, readFilter, type FilterName } from '../kit/filters.js';
import { formatOf, formatOptions, isForPrograms } from '../kit/formats.js';
import { pagerOption, withPager } from '../kit/pager.js';
import { withPlace } from '../kit/place.js';
import { personalDataOption, storeOption, withStore } from '../kit/store.js';
import { searchedTypes, typeOption } from '../search/types.js';

const filters: readonly FilterName[] = ['place', 'unit', 'year', 'grade', 'notice'];

export const search = defineCommand({
  name: 'search',
  summary: {
    en: 'find words in notices and records; each hit with the passage that holds them',
    zh: '在公文和记录中检索词句，给出命中的原文片段',
  },
  argument: {
    flags: '<query...>',
    text: {
      en: 'words that a hit must all hold; "…" is one phrase; or a question',
      zh: '须同时出现的词语；"…" 为整句；也可直接提问',
    },
  },
  options: [
    typeOption,
    ...filterDefinitions([...filters, 'limit']),
    {
      flags: '--after <cursor>',
      text: { en: 'go on where an answer ended: its “next”', zh: '接续上一次结果：填其 next' },
    },
    storeOption,
    personalDataOption,
    ...formatOptions.filter(({ flags }) => flags === '--json' || flags === '--jsonl'),
    pagerOption,
  ],
  examples: [
    'search 低空经济',
    'search 市工信局 招商 --type obligations --in 景德镇市',
    "search '〔2021〕14号'",
    'search 景德镇市工信局要抓好哪些产业集群？ --limit 5',
    "search 稀土 --json | jq '.hits[].id'",
  ],
  async run({ args, options, terminal }) {
    const filter = await withPlace(readFilter(filters, options), options);
    const types = searchedTypes(options.text('type'));
    const cursor = options.text('after');
    const page = { ...readFilter(['limit'], options), ...(cursor === undefined ? {} : { cursor }) };
    const format = formatOf(options);
    await withPager(options, terminal, (out) =>
      withStore(options, isForPrograms(format) ? terminal.asked : terminal.lang, async (store) => {
        const { organFilter } = await import('../search/organ.js');
        const asked: SearchFilter = { ...(await organFilter(filter, store, options)), ...(types ? { types } : {}) };
        const answer = await store.search(args.join(' '), asked, page);
        const { answerNotes, printAnswer } = await import('../search/print.js');
        await printAnswer(answer, format, out);
        for (const note of answerNotes(answer, args.join(' '))) out.note(note);
      }),
    );
    return EXIT.ok;
  },
});
