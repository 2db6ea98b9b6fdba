import type { Department, Division, Gazetteer, Park } from '../../corpus/gazetteer.js';
import type { NameCase } from '../../test/names/cases.js';
import { Random } from '../../test/support/seeded.js';

/** A case without the columns that only people fill. */
export type Drawn = Omit<NameCase, 'now'>;
type Form = Pick<Drawn, 'name' | 'tier' | 'source'>;

const DATE = '2026-06-01';
/** Characters that slips put into names. */
const STRAY = Array.from('州洲阳杨新薪高商工公业叶产厂发法区曲园圆市是局居济际技术木开天东冬西南北山江河湖海安宁平长常明');
/** Stems of departments that no place has. */
const NO_DEPARTMENTS = ['云岭', '量星', '工云', '发信', '科贸数', '产城', '文工', '数农', '财信', '园经'];
const GROUPS = ['各{}', '有关{}', '相关{}', '{}及有关单位', '各级{}', '其他{}'];
const GROUP_CORES = ['部门', '县（市、区）人民政府', '责任单位', '园区管委会', '行业协会', '乡镇人民政府', '成员单位'];
const TYPES: readonly (readonly [full: string, short: string])[] = [
  ['高新技术产业开发区', '高新区'],
  ['高新技术产业园区', '高新区'],
  ['经济技术开发区', '经开区'],
  ['经济开发区', '经开区'],
  ['综合保税区', '综保区'],
  ['工业园区', '工业园'],
];

/** Draws cases from the gazetteer: forms of its own names, slips in them, and names that nobody bears. */
export class Lottery {
  readonly #random: Random;

  constructor(
    private readonly gazetteer: Gazetteer,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  /** `count` cases, a third of which must not resolve. */
  draw(count: number): Drawn[] {
    const makers = [
      () => this.#park(),
      () => this.#place(),
      () => this.#organ(),
      () => this.#park(),
      () => this.#place(),
      () => this.#organ(),
      () => this.#noPark(),
      () => this.#noPlace(),
      () => this.#noOrgan(),
    ];
    const cases = new Map<string, Drawn>();
    for (let turn = 0; cases.size < count; turn += 1) {
      const drawn = makers[turn % makers.length]?.();
      if (drawn) cases.set(`${drawn.kind} ${drawn.place} ${drawn.name}`, drawn);
    }
    return [...cases.values()];
  }

  #path(division: Division | null): string {
    if (!division) return '';
    const line = this.gazetteer.places.line(division.code).reverse();
    return line.map(({ name }) => name).join('/');
  }

  /** A slip: one character wrong, missing, twice, or changed places with the next. */
  #slip(name: string): Form {
    const signs = Array.from(name);
    const at = this.#random.below(signs.length - 1);
    const sign = signs[at] ?? '';
    const next = signs[at + 1] ?? '';
    const kind = this.#random.pick(['wrong', 'missing', 'twice', 'changed'] as const);
    const stray = this.#random.pick(STRAY.filter((one) => one !== sign));
    const put = { wrong: [stray, next], missing: [next], twice: [sign, sign, next], changed: [next, sign] }[kind];
    const written = [...signs.slice(0, at), ...put, ...signs.slice(at + 2)].join('');
    return { name: written, tier: written === name ? 'plain' : 'hard', source: `slip: ${kind}` };
  }

  #park(): Drawn | null {
    const park = this.#random.pick(this.gazetteer.parks.parks.filter(({ status }) => status === 'active'));
    const line = this.gazetteer.places.line(park.county_code ?? park.city_code);
    const region = this.#random.pick([
      line.at(-1) ?? null,
      line.find(({ level }) => level === 'prefecture') ?? line.at(-1) ?? null,
    ]);
    const form = this.#random.pick([() => this.#officialPark(park), () => this.#shortPark(park), () => this.#slip(park.name)])();
    const clash = this.gazetteer.parks.parks.some((other) => other !== park && namesOf(other).includes(form.name));
    if (clash) return null;
    return { ...form, kind: 'park', place: this.#path(region), date: DATE, text: '', expected: park.name };
  }

  #officialPark({ name, city_code }: Park): Form {
    const province = this.gazetteer.places.line(city_code).at(-1);
    if (province && name.startsWith(province.short) && name.length - province.short.length >= 6)
      return { name: name.slice(province.short.length), tier: 'style', source: 'province dropped' };
    const city = this.gazetteer.places.byCode(city_code);
    const long = city && name.startsWith(city.short) && !name.startsWith(city.name);
    if (long) return { name: city.name + name.slice(city.short.length), tier: 'style', source: 'city spelled out' };
    return { name, tier: 'plain', source: 'official name' };
  }

  #shortPark({ name }: Park): Form {
    const type = TYPES.find(([full]) => name.endsWith(full));
    if (!type || name.length - type[0].length < 2) return { name, tier: 'plain', source: 'official name' };
    return { name: name.slice(0, -type[0].length) + type[1], tier: 'plain', source: 'type abbreviated' };
  }

  #place(): Drawn | null {
    const { places } = this.gazetteer;
    const division = this.#random.pick(places.divisions.filter(({ until, ordinary }) => until === null && !ordinary));
    const above = places.line(division.code).slice(1);
    const region = division.level === 'province' ? null : this.#random.pick(above);
    const form = this.#random.pick([
      (): Form => ({ name: division.name, tier: 'plain', source: 'official name' }),
      (): Form => ({ name: division.short, tier: 'style', source: 'ending dropped' }),
      (): Form => ({ name: (above[0]?.name ?? '') + division.name, tier: 'plain', source: 'chain' }),
      (): Form => ({ name: (above[0]?.short ?? '') + division.short, tier: 'style', source: 'chain of short names' }),
      (): Form => this.#slip(division.name),
    ])();
    if (form.tier !== 'hard' && this.#sharedName(form.name, division, region)) return null;
    if (form.tier === 'hard' && (form.name.length < 5 || places.named(form.name).length > 0)) return null;
    const expected = `${division.code} ${division.name}`;
    return { ...form, kind: 'place', place: this.#path(region), date: DATE, text: '', expected };
  }

  /** Does another division that could be meant in a notice of `region` bear the name? */
  #sharedName(name: string, division: Division, region: Division | null): boolean {
    const { places } = this.gazetteer;
    const province = region && places.line(region.code).at(-1);
    return places.divisions.some(
      (other) =>
        other !== division &&
        (!province || places.within(other.code, province.code)) &&
        [other.name, other.short, ...other.shorts, ...other.former].includes(name),
    );
  }

  #organ(): Drawn | null {
    const place = this.#random.pick(this.gazetteer.places.divisions.filter(({ until }) => until === null));
    const department = this.#random.pick(this.gazetteer.organs.departments.filter(({ local }) => local.length === 0));
    const end = department.end[place.level];
    if (end === undefined || place.level === 'province') return null;
    const level = /(?:自治州|地区|[市县区旗盟])$/u.exec(place.name)?.[0].replace('自治', '');
    if (level === undefined) return null;
    const region = this.#random.pick([place, this.gazetteer.places.byCode(place.parent ?? '') ?? place]);
    const own = region === place;
    const form = this.#organForm(department, end, own ? level : place.name);
    return {
      ...form,
      kind: 'organ',
      place: this.#path(region),
      date: DATE,
      text: '',
      expected: `${place.name}${department.full}${end}`,
    };
  }

  #organForm({ full, short }: Department, end: string, whose: string): Form {
    const brief = end.replace('委员会', '委').replace('办公室', '办');
    return this.#random.pick([
      (): Form => ({ name: `${whose}${full}${end}`, tier: 'plain', source: 'full name' }),
      (): Form => ({ name: `${whose}${short[0] ?? full}${brief}`, tier: 'plain', source: 'abbreviation' }),
      (): Form => ({ name: `${whose}${short.at(-1) ?? full}${brief}`, tier: 'style', source: 'abbreviation' }),
      (): Form => {
        const slip = this.#slip(`${full}${end}`);
        return { ...slip, name: whose + slip.name };
      },
    ])();
  }

  #province(): Division {
    return this.#random.pick(this.gazetteer.places.divisions.filter(({ level }) => level === 'province'));
  }

  /** Two characters out of the names of real places, that begin no name of a place. */
  #invented(): string | null {
    const pick = () => this.#random.pick(Array.from(this.#random.pick(this.gazetteer.places.divisions).short));
    const name = pick() + pick();
    const { places, parks } = this.gazetteer;
    return places.startingAt(name, 0).length === 0 && parks.startingAt(`${name}高新区`, 0).length === 0 ? name : null;
  }

  #noPark(): Drawn | null {
    const province = this.#province();
    const rest = { kind: 'park', place: this.#path(province), date: DATE, text: '', expected: 'none' } as const;
    const type = this.#random.pick(TYPES);
    if (this.#random.next() < 0.3) return { ...rest, name: this.#random.pick(type), tier: 'plain', source: 'no name in front' };
    const core = this.#invented();
    if (core === null) return null;
    const name = core + this.#random.pick(type);
    return { ...rest, name, tier: 'style', source: 'invented' };
  }

  #noPlace(): Drawn | null {
    const { places } = this.gazetteer;
    if (this.#random.next() < 0.5) {
      const shared = places.divisions.filter(
        (division) => places.named(division.name).filter(({ how }) => how === 'full').length > 1,
      );
      return {
        name: this.#random.pick(shared).name,
        kind: 'place',
        place: '',
        date: DATE,
        text: '',
        expected: 'none',
        tier: 'plain',
        source: 'several bear the name',
      };
    }
    const core = this.#invented();
    if (core === null) return null;
    const name = core + this.#random.pick(['市', '县', '区']);
    const place = this.#path(this.#province());
    return { name, kind: 'place', place, date: DATE, text: '', expected: 'none', tier: 'style', source: 'invented' };
  }

  #noOrgan(): Drawn {
    const region = this.#random.pick(
      this.gazetteer.places.divisions.filter(({ level, until }) => level === 'prefecture' && until === null),
    );
    const rest = { kind: 'organ', place: this.#path(region), date: DATE, text: '', expected: 'none' } as const;
    const department = this.#random.pick(this.gazetteer.organs.departments);
    return this.#random.pick([
      (): Drawn => ({
        ...rest,
        name: this.#random.pick(GROUPS).replace('{}', this.#random.pick(GROUP_CORES)),
        tier: 'plain',
        source: 'group',
      }),
      (): Drawn => ({ ...rest, name: `市${this.#random.pick(NO_DEPARTMENTS)}局`, tier: 'style', source: 'invented' }),
      (): Drawn => ({ ...rest, name: `县${department.full}局`, tier: 'plain', source: 'which county is not said' }),
    ])();
  }
}

function namesOf(park: Park): readonly string[] {
  return [park.name, ...park.aliases, ...park.former_names, ...park.sub_parks];
}
