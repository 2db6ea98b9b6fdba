import type { NameKind } from '../../names/index.js';
import { defineCommand, type Call } from '../kit/command.js';
import { EXIT, usageError, type ExitCode } from '../kit/errors.js';
import { dateOption } from '../kit/filters.js';
import { gazetteerOption, readGazetteer, resolverWith, toolsWith } from '../kit/gazetteer.js';
import { lendStore, storeOption, storePath } from '../kit/store.js';

export const nameKinds = ['park', 'place', 'organ'] as const satisfies readonly NameKind[];

export const resolve = defineCommand({
  name: 'resolve',
  summary: {
    en: 'show what a name means and why, or resolve the whole store again (--all)',
    zh: '查询名称所指及依据，或重新解析全库名称（--all）',
  },
  argument: { flags: '[name]', text: { en: 'a park, place or organ as notices write it', zh: '公文所写的园区、地方或机构名称' } },
  options: [
    {
      flags: '--in <place>',
      text: { en: 'as in a notice of this place: its name or GB/T 2260 code', zh: '按该地公文理解：地名或行政区划代码' },
    },
    {
      flags: '--type <type>',
      text: { en: 'as this kind of thing only: park, place or organ', zh: '仅作为：park 园区、place 地方、organ 机构' },
      choices: nameKinds,
    },
    {
      flags: '--date <date>',
      text: { en: 'as in a notice of this date (default: today’s names)', zh: '按该日期的公文理解（默认为现行名称）' },
    },
    {
      flags: '--all',
      text: {
        en: 'resolve every name of the store again, without reading the files',
        zh: '不重读文件，重新解析库中全部名称',
      },
    },
    gazetteerOption,
    storeOption,
    { flags: '--json', text: { en: 'print it as JSON', zh: '以 JSON 输出' } },
  ],
  examples: [
    'resolve 高新区 --in 景德镇市',
    'resolve 市工信局 --in 360200 --type organ',
    'resolve 贵溪经开区 --date 2023-05',
    'resolve --all --gazetteer own.csv',
  ],
  async run(call) {
    const [name] = call.args;
    const all = call.options.flag('all');
    if (all === (name !== undefined))
      throw usageError(
        { en: 'give either a name or --all', zh: '请给出名称，或用 --all' },
        { en: 'e.g. gongbao resolve 高新区 --in 景德镇市', zh: '如：gongbao resolve 高新区 --in 景德镇市' },
      );
    return name === undefined ? resolveStore(call) : explainName(name, call);
  },
});

async function explainName(name: string, { options, terminal }: Call): Promise<ExitCode> {
  const asked = options.text('date');
  const date = asked === undefined ? null : dateOption('date', asked);
  const kinds = nameKinds.filter((kind) => options.text('type') === undefined || kind === options.text('type'));
  const resolver = await resolverWith(readGazetteer(options));
  const { askedContext } = await import('../names/context.js');
  const context = askedContext(resolver, options.text('in'), date);
  const explanations = resolver.explain(name, kinds, context);
  if (options.flag('json')) {
    const place = context.region && { code: context.region.code, name: context.region.entity_name };
    await terminal.out(`${JSON.stringify({ name, in: place, date, meanings: explanations }, null, 1)}\n`);
    return EXIT.ok;
  }
  const { explanationNotes, explanationTable } = await import('../names/explain.js');
  const table = explanationTable(explanations, terminal);
  if (table !== null) await terminal.out(table);
  for (const note of explanationNotes(name, explanations, context.region !== null)) terminal.note(note);
  return EXIT.ok;
}

async function resolveStore({ options, terminal }: Call): Promise<ExitCode> {
  const useless = ['in', 'type', 'date'].find((option) => options.text(option) !== undefined);
  if (useless !== undefined)
    throw usageError({ en: `--${useless} says nothing beside --all`, zh: `--all 不能与 --${useless} 同用` });
  const gazetteer = readGazetteer(options);
  const path = storePath(options);
  // A store that is not there is an error here: there is nothing to resolve.
  const before = await lendStore(path, { readOnly: true }, async (store) => (await store.names.unresolved()).length);
  const tools = await toolsWith(gazetteer);
  const { resolveAll } = await import('../names/all.js');
  const { openProgress } = await import('../intake/progress.js');
  return lendStore(path, {}, async (store) => {
    const progress = await openProgress((await store.counts()).inputs, terminal);
    const result = await resolveAll(store, tools, progress, terminal).finally(() => {
      progress.stop();
    });
    const after = (await store.names.unresolved()).length;
    const { resolved, current, failed } = result;
    terminal.note({
      en: `${resolved} resolved, ${current} unchanged, ${failed.length} failed; names that nobody could place: ${before} before, ${after} now`,
      zh: `重新解析 ${resolved}，未变 ${current}，出错 ${failed.length}；未能确定的名称：原 ${before}，现 ${after}`,
    });
    if (options.flag('json')) await terminal.out(`${JSON.stringify({ ...result, unresolved: { before, after } }, null, 1)}\n`);
    return failed.length > 0 ? EXIT.refused : EXIT.ok;
  });
}
