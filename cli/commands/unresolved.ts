import type { NameOccurrence, NameQuery, UnresolvedName } from '../../output/index.js';
import { defineCommand } from '../kit/command.js';
import { EXIT } from '../kit/errors.js';
import { filterDefinitions, readFilter } from '../kit/filters.js';
import { storeOption, withStore } from '../kit/store.js';
import type { Text } from '../kit/language.js';
import type { Terminal } from '../kit/terminal.js';
import { nameKinds } from './resolve.js';

export const unresolved = defineCommand({
  name: 'unresolved',
  summary: {
    en: 'list the names that nobody could place, the most frequent first, with where they occur',
    zh: '列出未能确定所指的名称，按次数排列，并注明出处',
  },
  options: [
    {
      flags: '--type <type>',
      text: { en: 'of this kind only: park, place or organ', zh: '仅列：park 园区、place 地方、organ 机构' },
      choices: nameKinds,
    },
    ...filterDefinitions(['notice', 'limit']),
    storeOption,
    { flags: '--json', text: { en: 'print one JSON array', zh: '输出一个 JSON 数组' } },
  ],
  examples: ['unresolved', 'unresolved --type organ --limit 20', 'unresolved --json'],
  async run({ options, terminal }) {
    const { notice, limit } = readFilter(['notice', 'limit'], options);
    const kind = nameKinds.find((one) => one === options.text('type'));
    const query: NameQuery = {
      ...(kind === undefined ? {} : { kind }),
      ...(notice === undefined ? {} : { notice }),
      ...(limit === undefined ? {} : { limit }),
    };
    await withStore(options, terminal.lang, async (store) => {
      const names = await store.names.unresolved(query);
      if (options.flag('json')) await terminal.out(`${JSON.stringify(names, null, 1)}\n`);
      else await printTable(names, terminal);
    });
    return EXIT.ok;
  },
});

async function printTable(names: readonly UnresolvedName[], terminal: Terminal): Promise<void> {
  const say = (text: Text): string => terminal.say(text);
  if (names.length > 0) {
    const { renderTable } = await import('../kit/table.js');
    const { kindWords } = await import('../names/words.js');
    const columns = [
      { head: say({ en: 'times', zh: '次数' }), cell: ({ times }: UnresolvedName) => times },
      { head: say({ en: 'kind', zh: '类型' }), cell: ({ kind }: UnresolvedName) => say(kindWords[kind]) },
      { head: say({ en: 'name', zh: '名称' }), cell: ({ name }: UnresolvedName) => name },
      { head: say({ en: 'may be', zh: '可能是' }), cell: ({ candidates }: UnresolvedName) => candidates.join('、') },
      { head: say({ en: 'notice', zh: '公文' }), cell: ({ occurrences }: UnresolvedName) => noticesOf(occurrences, terminal) },
      {
        head: say({ en: 'first at', zh: '首见于' }),
        cell: ({ occurrences: [first] }: UnresolvedName) => first?.record_id ?? '',
        whole: true,
      },
    ];
    await terminal.out(`${renderTable(names, columns, terminal.columns).join('\n')}\n`);
  }
  const times = names.reduce((sum, name) => sum + name.times, 0);
  if (names.length === 0) terminal.note({ en: 'every name has its meaning', zh: '所有名称均已确定所指' });
  else
    terminal.note({
      en: `${counted(names.length, 'name')}, found ${counted(times, 'time')}\n  → gongbao resolve NAME --in PLACE tells what is like it, gongbao show ID where it stands;\n    rows of your own give it a meaning: gongbao resolve --all --gazetteer FILE.csv`,
      zh: `共 ${names.length} 个名称，出现 ${times} 次\n  → gongbao resolve 名称 --in 地名 可查近似名称，gongbao show 编号 可查原文；\n    自备地名录可使其有所指：gongbao resolve --all --gazetteer 文件.csv`,
    });
}

/** The first notice, and how many others there are. */
function noticesOf(occurrences: readonly NameOccurrence[], terminal: Terminal): string {
  const titles = new Map(occurrences.map(({ notice_id, notice_title }) => [notice_id, notice_title]));
  const [first = ''] = titles.values();
  const more = titles.size - 1;
  return more > 0 ? `${terminal.say({ en: `(+${more}) `, zh: `（另 ${more} 份）` })}${first}` : first;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
