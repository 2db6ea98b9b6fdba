import type { Department, Division, Gazetteer, Level, NationalOrgan, Template } from '../../corpus/gazetteer.js';
import { FuzzyIndex, type Likeness, type Near } from '../fuzzy.js';
import { isMunicipality } from '../place.js';
import { ORGAN_ENDINGS } from '../words.js';

/** A department's name as written, understood. */
export interface DepartmentReading {
  department: Department;
  /** the stem as written: 工信 */
  stem: string;
  /** 委员会, 局 …; empty where the text says 部门 */
  ending: string;
}

/** A form of a template: what stands before and behind the place. */
interface TemplateForm {
  template: Template;
  before: string;
  behind: string;
}

/** A template whose form a name has, and the words in the place of {p}. */
export interface TemplateReading {
  template: Template;
  whose: string;
  /** what the form has besides the place */
  own: number;
}

/** Slips are looked for in stems of this many characters: 统计 and 审计 are two departments, 科工信 and 经工信 may be. */
const MIN_STEM = 4;

/** The rules for organs' names as look-up tables. */
export class OrganTable {
  readonly #departments = new Map<string, DepartmentReading>();
  readonly #national = new Map<string, { organ: NationalOrgan; alias: boolean }>();
  /** forms of templates by the last two characters behind the place, those with more words of their own first */
  readonly #forms = new Map<string, TemplateForm[]>();
  #fuzzy: FuzzyIndex<DepartmentReading> | null = null;

  constructor(
    { organs }: Gazetteer,
    private readonly threshold: number,
  ) {
    for (const department of organs.departments) this.#addDepartment(department);
    for (const organ of organs.national) {
      this.#national.set(organ.name, { organ, alias: false });
      for (const alias of organ.aliases) this.#national.set(alias, { organ, alias: true });
    }
    const forms = organs.templates.flatMap((template) => template.forms.map((form) => ({ template, ...split(form) })));
    for (const form of forms.sort((a, b) => own(b) - own(a))) {
      const key = form.behind.slice(-2);
      this.#forms.set(key, [...(this.#forms.get(key) ?? []), form]);
    }
  }

  #addDepartment(department: Department): void {
    for (const stem of [department.full, ...department.short]) {
      for (const [written, ending] of ORGAN_ENDINGS) {
        const allowed = department.ends === null || ending === '' || department.ends.includes(ending);
        const key = stem + written;
        if (allowed && !this.#departments.has(key)) this.#departments.set(key, { department, stem, ending });
      }
    }
  }

  /** 工信局, 发展改革委, 科技部门: a department without its place. */
  department(written: string): DepartmentReading | null {
    return this.#departments.get(written) ?? null;
  }

  /** The department whose name is misspelt so. */
  misspelt(written: string): Near<DepartmentReading> | null {
    return this.#index().closest(written);
  }

  /** Departments whose names look like the written one. */
  similar(written: string): Likeness<DepartmentReading>[] {
    return this.#index().similar(written);
  }

  #index(): FuzzyIndex<DepartmentReading> {
    return (this.#fuzzy ??= new FuzzyIndex(
      [...this.#departments].map(([name, entry]) => ({ name, core: entry.stem.length, entry })),
      MIN_STEM,
      this.threshold,
    ));
  }

  /** A national organ by its name or an alias. */
  national(name: string): { organ: NationalOrgan; alias: boolean } | null {
    return this.#national.get(name) ?? null;
  }

  /** The templates that a name has the form of, the most particular first. */
  templates(name: string): TemplateReading[] {
    const found: TemplateReading[] = [];
    for (const form of [...(this.#forms.get(name.slice(-2)) ?? []), ...(this.#forms.get(name.slice(-1)) ?? [])]) {
      const { template, before, behind } = form;
      if (!name.startsWith(before) || !name.endsWith(behind) || name.length < before.length + behind.length) continue;
      found.push({ template, whose: name.slice(before.length, name.length - behind.length), own: own(form) });
    }
    return found.sort((a, b) => b.own - a.own);
  }
}

const own = ({ before, behind }: TemplateForm): number => before.length + behind.length;

function split(form: string): { before: string; behind: string } {
  const [before = '', behind = ''] = form.split('{p}');
  return { before, behind };
}

/** The department's full name in its place; null where the text says 部门 and the level has no usual ending. */
export function departmentName(reading: DepartmentReading, place: Division, date: string | null): string | null {
  const { department, ending } = reading;
  const level = isMunicipality(place) ? 'prefecture' : place.level;
  const end = ending === '' ? department.end[level] : ending;
  if (isOfOtherLevel(end, level, department)) return null;
  return end === undefined ? null : `${place.name}${fullStem(reading, place, date)}${end}`;
}

/** A 厅 is a province’s; where a province has a 厅 it has no 局 of that name. */
function isOfOtherLevel(end: string | undefined, level: Level, { end: usual }: Department): boolean {
  return level === 'province' ? end === '局' && usual.province === '厅' : end === '厅';
}

/** The full stem, as the departments of that province have it. */
export function fullStem({ department, stem }: DepartmentReading, place: Division, date: string | null): string {
  const local = department.local.find(
    ({ provinces, levels, of, until }) =>
      provinces.includes(place.code.slice(0, 2)) &&
      levels.includes(place.level) &&
      (of ? of.includes(stem) : stem !== department.full) &&
      (until === undefined || (date !== null && date < until)),
  );
  return local?.full ?? department.full;
}

/** The name that a template gives in a place; null where the place’s province has no such organ. */
export function templateName(template: Template, place: Division, province: Division): string | null {
  const code = place.code.slice(0, 2);
  if (template.only && !template.only.includes(code)) return null;
  if (template.not?.includes(code)) return null;
  const isCapital = place.level === 'prefecture' && place.code.endsWith('0100');
  const form =
    (isCapital ? template.capital : undefined) ?? (place.level === 'county' ? undefined : template[place.level]) ?? template.full;
  return form
    .replaceAll('{place}', place.name)
    .replaceAll('{short}', place.short)
    .replaceAll('{province}', province.short)
    .replace(/自治区委(?!员会)/u, '自治区党委');
}
