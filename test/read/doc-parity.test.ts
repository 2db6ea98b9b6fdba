import * as docx from 'docx';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadTools, runPipeline } from '../../pipeline/index.js';
import type { Ingested } from '../../schemas/index.js';

/** The notice of `fixtures/word.py` as text, its numbers typed. */
const TEXT = `抚河市人民政府
关于印发抚河市产业发展行动方案的通知
抚府发〔2025〕7号
各县（市、区）人民政府：
\u3000\u3000为推动产业高质量发展，制定本方案。
一、主要目标
\u3000\u3000到2027年，全市规模以上工业企业达到300家，营业收入突破500亿元。
二、重点任务
（一）壮大产业集群
1.培育龙头企业。每年新增省级专精特新企业10家。（责任单位：市工信局、市财政局）
2.建设公共平台。到2026年建成中试平台3个。（牵头单位：市科技局；配合单位：市发展改革委）
（二）强化要素保障
1.保障用地需求。（责任单位：市自然资源局）
附件：抚河市重点项目表
抚河市人民政府
2025年3月6日
附件
抚河市重点项目表
单位：万元
序号\t项目名称\t总投资\t建设期限
1\t抚河电子信息产业园项目\t12000\t2025-2026年
2\t城东标准厂房项目\t8500\t2024-2027年
`;

/** The same through another producer: marks at the start of a line become automatic numbers, tabs make a table. */
async function byNpmDocx(text: string): Promise<Uint8Array> {
  const marks: [RegExp, number][] = [
    [/^[一二]、/, 0],
    [/^（[一二]）/, 1],
    [/^\d\./, 2],
  ];
  const levels: docx.ILevelsOptions[] = [
    { level: 0, format: docx.LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' },
    { level: 1, format: docx.LevelFormat.CHINESE_COUNTING, text: '（%2）' },
    { level: 2, format: docx.LevelFormat.DECIMAL, text: '%3.' },
  ];
  const lines = text.trimEnd().split('\n');
  const rows = lines.filter((line) => line.includes('\t'));
  const paragraphs = lines
    .filter((line) => !line.includes('\t'))
    .map((line) => {
      const [mark, level] = marks.find(([pattern]) => pattern.test(line)) ?? [null, 0];
      if (mark === null)
        return new docx.Paragraph({ text: line.trim(), indent: line.startsWith('\u3000') ? { firstLine: 480 } : {} });
      return new docx.Paragraph({ text: line.replace(mark, ''), numbering: { reference: 'n', level } });
    });
  const cells = (row: string): docx.TableCell[] =>
    row.split('\t').map((text) => new docx.TableCell({ children: [new docx.Paragraph(text)] }));
  const table = new docx.Table({ rows: rows.map((row) => new docx.TableRow({ children: cells(row) })) });
  const file = new docx.Document({
    numbering: { config: [{ reference: 'n', levels }] },
    sections: [{ children: [...paragraphs, table] }],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

/** What an input gave, apart from the pages and offsets of its form. */
function given({ notices }: Ingested): unknown {
  return notices.map(({ identity, head, records, findings }) => ({ identity, head, records, findings }));
}

it(
  'a notice gives the same records and ids as text, as DOCX of two producers and as old Word document',
  { timeout: 60_000 },
  async () => {
    const tools = await loadTools();
    const read = async (bytes: Uint8Array, path: string): Promise<unknown> => given(await runPipeline(bytes, { path }, tools));
    const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

    const text = await runPipeline(new TextEncoder().encode(TEXT), { path: 'notice.txt' }, tools);
    const [notice] = text.notices;
    expect(notice?.records.obligations.map((o) => o.number)).toEqual(['1.', '2.', '1.']);
    expect(notice?.records.projects).toHaveLength(2);
    expect(notice?.records.targets.length).toBeGreaterThan(2);

    expect(await read(fixture('notice.docx'), 'notice.docx')).toEqual(given(text));
    expect(await read(await byNpmDocx(TEXT), 'notice.docx')).toEqual(given(text));
    expect(await read(fixture('notice.doc'), 'notice.doc')).toEqual(given(text));
  },
);
