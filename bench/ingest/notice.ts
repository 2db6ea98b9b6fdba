import { loadGazetteer, type Division } from '../../corpus/gazetteer.js';
import { Dice } from '../tables/words.js';
import { lengthOf, type Part, type Sheet, type TablePart } from './sheet.js';
import { CLAUSES, CLUSTERS, FACTS, LISTS, PROSE, SECTIONS, TARGETS, TASKS } from './words.js';

/** Lengths of notices as archives have them: half below this many characters, a long tail above. */
const USUAL_LENGTH = 3000;
const SPREAD = 0.9;
const [SHORTEST, LONGEST] = [500, 60_000];
/** A notice of one of these has little more than a table or a list. */
const KINDS = ['plan', 'plan', 'plan', 'letter', 'letter', 'ratings', 'projects', 'figures'] as const;
const NUMERALS = '一二三四五六七八九十';

/** The notice of a seed, as long as archives have them; with `length` about as long as that, in characters. */
export function noticeOf(seed: number, length?: number): Sheet {
  return new NoticeWriter(new Dice(seed)).write(length);
}

/** Writes one notice of a city: text, tasks, lists and tables in the shares that archives have them in. */
class NoticeWriter {
  private readonly city: Division;
  private readonly counties: readonly Division[];
  private readonly year: number;

  constructor(private readonly dice: Dice) {
    const { places } = loadGazetteer();
    const cities = places.divisions.filter(
      ({ code, level, until }) => level === 'prefecture' && until === null && places.parts(code).length > 2,
    );
    this.city = dice.pick(cities);
    this.counties = places.parts(this.city.code).filter(({ until }) => until === null);
    this.year = dice.whole(2016, 2025);
  }

  write(length = this.length()): Sheet {
    const kind = length > 20_000 ? 'plan' : this.dice.pick(KINDS);
    const title = this.title(kind);
    const { city, year, dice } = this;
    const head: Part[] = [
      ...(dice.chance(0.3) ? [{ kind: 'centre', text: `${city.name}人民政府办公室文件` } as const] : []),
      { kind: 'title', text: `${city.name}人民政府办公室${title}` },
      { kind: 'centre', text: `${dice.pick(Array.from(city.short))}府办发〔${year}〕${dice.whole(1, 120)}号` },
      { kind: 'flush', text: '各县（市、区）人民政府、各开发区管委会，市政府各部门，市直各单位：' },
    ];
    const foot: Part[] = [
      { kind: 'right', text: `${city.name}人民政府办公室` },
      { kind: 'right', text: `${year}年${dice.whole(1, 12)}月${dice.whole(1, 28)}日` },
      ...(dice.chance(0.4) ? [{ kind: 'indented', text: '（此件公开发布）' } as const] : []),
    ];
    return [...head, ...this.body(kind, length - lengthOf(head)), ...foot, ...this.annex(kind, length)];
  }

  /** Log-normal, cut off at both ends. */
  private length(): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.dice.next())) * Math.cos(2 * Math.PI * this.dice.next());
    return Math.round(Math.min(LONGEST, Math.max(SHORTEST, USUAL_LENGTH * Math.exp(SPREAD * normal))));
  }

  private title(kind: (typeof KINDS)[number]): string {
    const { year } = this;
    if (kind === 'ratings') return this.fill(`关于${year}年度产业集群综合评价结果的通报`);
    if (kind === 'projects') return this.fill(`关于下达${year}年{trade}重点项目计划的通知`);
    if (kind === 'figures') return this.fill(`关于${year}年工业经济运行情况的通报`);
    if (kind === 'letter') return this.fill('关于做好{trade}产业{aim}工作的通知');
    return this.fill(`关于印发${this.city.short}市{trade}产业{aim}实施方案（${year}—${year + 3}年）的通知`);
  }

  private body(kind: (typeof KINDS)[number], length: number): Part[] {
    if (kind === 'ratings') return this.ratings();
    if (kind === 'plan') return this.plan(length);
    const paragraphs = kind === 'letter' ? Math.max(2, Math.round(length / 180)) : 2;
    return Array.from({ length: paragraphs }, () => this.paragraph());
  }

  /** Sections with headings, paragraphs and tasks, until there is enough. */
  private plan(length: number): Part[] {
    const parts: Part[] = [];
    for (let section = 0, written = 0; written < length && section < 60; section += 1) {
      const added = [this.heading(section), ...this.section(section, Math.min(2400, length - written))];
      written += lengthOf(added);
      parts.push(...added);
    }
    return parts;
  }

  private heading(section: number): Part {
    const ten = Math.floor((section + 1) / 10);
    const tens = ten === 0 ? '' : `${ten === 1 ? '' : (NUMERALS[ten - 1] ?? '')}十`;
    const one = (section + 1) % 10 === 0 ? '' : (NUMERALS[((section + 1) % 10) - 1] ?? '');
    return { kind: 'indented', text: `${tens}${one}、${this.dice.pick(SECTIONS)}` };
  }

  private section(section: number, length: number): Part[] {
    const parts = [this.paragraph(FACTS)];
    if (section % 3 === 1) parts.push(this.paragraph(TARGETS), this.paragraph(CLUSTERS));
    for (let task = 0; lengthOf(parts) < length && task < 10; task += 1) {
      const text = `（${NUMERALS[task] ?? ''}）${this.sentence(TASKS)}${this.prose(3)}${this.dice.chance(0.3) ? this.sentence(TARGETS) : ''}`;
      parts.push({ kind: 'indented', text: text + (this.dice.chance(0.7) ? this.sentence(CLAUSES) : '') });
    }
    return parts;
  }

  private paragraph(first: readonly string[] = PROSE): Part {
    return { kind: 'indented', text: this.sentence(first) + this.prose(this.dice.whole(1, 4)) };
  }

  private ratings(): Part[] {
    const names = Array.from({ length: this.dice.whole(9, 40) }, () => this.fill('{county}{trade}产业集群'));
    const graded = (LISTS['grade'] ?? []).map((grade, i, all): Part => {
      const some = names.filter((_, n) => n % all.length === i);
      return { kind: 'indented', text: `${NUMERALS[i] ?? ''}、${grade}等次（${some.length}个）：${some.join('、')}。` };
    });
    return [this.paragraph(), ...graded, this.paragraph()];
  }

  /** The tables of a notice that has some, longer ones in longer notices. */
  private annex(kind: (typeof KINDS)[number], length: number): Part[] {
    const { dice } = this;
    const rows = Math.min(60, Math.max(6, Math.round((length / 90) * dice.between(0.5, 1.2))));
    if (kind === 'projects') return [this.annexTitle('重点项目清单'), { kind: 'right', text: '单位：万元' }, this.projects(rows)];
    if (kind === 'figures')
      return [this.annexTitle('主要工业经济指标完成情况'), { kind: 'right', text: '单位：亿元、%' }, this.figures()];
    if (kind === 'plan' && dice.chance(0.35)) return [this.annexTitle('重点任务分工表'), this.tasks(Math.min(rows, 30))];
    return [];
  }

  private annexTitle(title: string): Part {
    return { kind: 'title', text: `附件\u3000${title}` };
  }

  private projects(count: number): TablePart {
    const row = (_: unknown, i: number) => [
      String(i + 1),
      this.fill('{county}{trade}{kind}项目'),
      String(this.dice.whole(8, 4000) * 100),
      `${this.year}-${this.year + this.dice.whole(1, 3)}`,
      this.fill('{work}'),
    ];
    const rows = [['序号', '项目名称', '总投资（万元）', '建设期限', '建设内容'], ...Array.from({ length: count }, row)];
    return { kind: 'table', rows, widths: [1, 4, 2, 2, 6], ruled: this.dice.chance(0.85) };
  }

  private figures(): TablePart {
    const figure = () => (this.dice.next() * 1000).toFixed(1);
    const share = () => this.dice.between(-9, 25).toFixed(1);
    const rows = this.counties.map(({ name }) => [name, figure(), share(), figure(), share(), figure(), share()]);
    const head = ['地区', '工业总产值', '增长', '工业投资', '增长', '营业收入', '增长'];
    return { kind: 'table', rows: [head, ...rows], widths: [3, 2, 2, 2, 2, 2, 2], ruled: this.dice.chance(0.85) };
  }

  private tasks(count: number): TablePart {
    const row = (_: unknown, i: number) => [
      String(i + 1),
      ...['{act}{thing}', '{work}', '{organ}', '{organ}、{organ}', '{year}年12月'].map((t) => this.fill(t)),
    ];
    const rows = [['序号', '重点任务', '具体举措', '牵头单位', '责任单位', '完成时限'], ...Array.from({ length: count }, row)];
    return { kind: 'table', rows, widths: [1, 3, 6, 3, 4, 2], ruled: true };
  }

  private prose(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence(PROSE)).join('');
  }

  private sentence(of: readonly string[]): string {
    return this.fill(this.dice.pick(of));
  }

  private fill(template: string): string {
    return template.replace(/\{(\w+)\}/g, (_, slot: string) => this.slot(slot));
  }

  private slot(slot: string): string {
    const { dice, city, counties, year } = this;
    if (slot === 'place') return city.name;
    if (slot === 'county') return dice.pick(counties).name;
    if (slot === 'year') return String(year + dice.whole(1, 5));
    if (slot === 'before') return String(year - 1);
    if (slot === 'n') return String(dice.whole(2, 60));
    if (slot === 'big') return String(dice.whole(12, 900) * 10);
    if (slot === 'share') return dice.between(20, 98).toFixed(1);
    const list = LISTS[slot];
    if (list === undefined) throw new Error(`nothing fills {${slot}}`);
    return this.fill(dice.pick(list));
  }
}
