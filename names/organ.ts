import type { Department, Division, Gazetteer, NationalOrgan, Template } from '../corpus/gazetteer.js';
import { isMunicipality } from './place.js';
import { ORGAN_ENDINGS } from './words.js';

/** A department's name as written, understood. */
export interface DepartmentReading {
  department: Department;
  /** 委员会, 局 …; empty where the text says 部门 */
  ending: string;
  /** written with its full stem */
  full: boolean;
}

/** A form of a template: what stands before and behind the place. */
export interface TemplateForm {
  template: Template;
  before: string;
  behind: string;
}

/** The rules for organs' names as look-up tables. */
export class OrganTable {
  readonly #departments = new Map<string, DepartmentReading>();
  readonly #national = new Map<string, { organ: NationalOrgan; alias: boolean }>();
  /** forms of templates, those with more words of their own first */
  readonly forms: readonly TemplateForm[];

  constructor({ organs }: Gazetteer) {
    for (const department of organs.departments) this.#addDepartment(department);
    for (const organ of organs.national) {
      this.#national.set(organ.name, { organ, alias: false });
      for (const alias of organ.aliases) this.#national.set(alias, { organ, alias: true });
    }
    this.forms = organs.templates
      .flatMap((template) => template.forms.map((form) => ({ template, ...split(form) })))
      .sort((a, b) => b.before.length + b.behind.length - (a.before.length + a.behind.length));
  }

  #addDepartment(department: Department): void {
    for (const stem of [department.full, ...department.short]) {
      for (const [written, ending] of ORGAN_ENDINGS) {
        const allowed = department.ends === null || ending === '' || department.ends.includes(ending);
        const key = stem + written;
        if (allowed && !this.#departments.has(key))
          this.#departments.set(key, { department, ending, full: stem === department.full });
      }
    }
  }

  /** 工信局, 发展改革委, 科技部门: a department without its place. */
  department(written: string): DepartmentReading | null {
    return this.#departments.get(written) ?? null;
  }

  departmentNames(): Iterable<string> {
    return this.#departments.keys();
  }

  /** A national organ by its name or an alias. */
  national(name: string): { organ: NationalOrgan; alias: boolean } | null {
    return this.#national.get(name) ?? null;
  }
}

function split(form: string): { before: string; behind: string } {
  const [before = '', behind = ''] = form.split('{p}');
  return { before, behind };
}

/** The department's full name in its place; null where the text says 部门 and the level has no usual ending. */
export function departmentName({ department, ending, full }: DepartmentReading, place: Division): string | null {
  const level = isMunicipality(place) ? 'prefecture' : place.level;
  const end = ending === '' ? department.end[level] : ending;
  const local = full
    ? undefined
    : department.local.find((row) => row.provinces.includes(place.code.slice(0, 2)) && row.levels.includes(place.level));
  return end === undefined ? null : `${place.name}${local?.full ?? department.full}${end}`;
}

/** The name that a template gives in a place. */
export function templateName(template: Template, place: Division): string {
  const own = place.level === 'county' ? undefined : template[place.level];
  return (own ?? template.full).replaceAll('{place}', place.name).replaceAll('{short}', place.short);
}
