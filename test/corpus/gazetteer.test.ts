import { describe, expect, it } from 'vitest';
import { loadGazetteer, parksIn, placeByCode, placeByName } from '../../corpus/gazetteer.js';

const gazetteer = loadGazetteer();
const { divisions } = gazetteer.places;
const { parks } = gazetteer.parks;

/** Those that stand more than once. */
function repeated(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

describe('divisions', () => {
  it('are found by any of their names, at any place of a text, the longest first', () => {
    const { places } = gazetteer;
    expect(places.startingAt('在吉林省吉林市', 1)).toEqual(['吉林省', '吉林']);
    expect(places.startingAt('吉林', 0)).toEqual(['吉林']);
    expect(places.named('吉林').map(({ division, how }) => [division.name, how])).toEqual([
      ['吉林省', 'short'],
      ['吉林市', 'short'],
    ]);
    const lost = divisions.filter(
      (division) =>
        !places.startingAt(`在${division.name}。`, 1).includes(division.name) ||
        !places.named(division.short).some((known) => known.division === division) ||
        places.byCode(division.code) !== division,
    );
    expect(lost).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', '', '吉', '吉林省省'])('know nothing of %j', (word) => {
    const { places } = gazetteer;
    expect([places.named(word), places.byCode(word), places.startingAt('constructor', 0)]).toEqual([[], null, []]);
  });

  it('cover China down to the counties', () => {
    const count = (level: string) => divisions.filter((division) => division.level === level).length;
    expect([count('province'), count('prefecture') >= 333, count('county') >= 2800]).toEqual([34, true, true]);
  });

  it('have unique codes, and parents of the level above', () => {
    expect(repeated(divisions.map(({ code }) => code))).toEqual([]);
    const orphans = divisions.filter(({ level, parent }) => {
      const above = parent === null ? null : placeByCode(parent);
      if (level === 'province') return parent !== null;
      return level === 'prefecture' ? above?.level !== 'province' : above === null || above.level === 'county';
    });
    expect(orphans).toEqual([]);
  });

  it('have short names that begin the full ones', () => {
    expect(divisions.filter(({ name, short }) => !name.startsWith(short))).toEqual([]);
  });
});

describe('parks', () => {
  const curated = parks.filter((park) => !park.by_rule);

  it('are the 128 of Jiangxi and those of other provinces', () => {
    expect(curated).toHaveLength(128);
    expect(parks.length).toBeGreaterThan(700);
  });

  it('have unique ids and official names', () => {
    expect(repeated(parks.map(({ id }) => id))).toEqual([]);
    expect(repeated(parks.map(({ name }) => name))).toEqual([]);
  });

  it('lie in divisions and under parks that exist', () => {
    const codes = parks.flatMap((park) => [park.city_code, ...(park.county_code ? [park.county_code] : []), ...park.span_codes]);
    expect(codes.filter((code) => placeByCode(code) === null)).toEqual([]);
    const parents = parks.flatMap((park) => (park.parent_park ? [park.parent_park] : []));
    expect(parents.filter((id) => gazetteer.parks.byId(id) === null)).toEqual([]);
  });

  it('no name belongs to two rows unless it is listed as ambiguous', () => {
    const ambiguous = new Set(curated.flatMap((park) => park.ambiguous_aliases));
    const names = curated.flatMap((park) => [
      ...new Set([park.name, ...park.aliases, ...park.former_names, ...park.variant_aliases, ...park.sub_parks]),
    ]);
    expect(repeated(names)).toEqual([]);
    expect(names.filter((name) => ambiguous.has(name))).toEqual([]);
  });

  it('no full or short name belongs to two parks of one province, but for names used near home only', () => {
    const claims = parks.flatMap((park) =>
      [...new Set([park.name, ...park.aliases, ...park.former_names])].map((name) => `${park.city_code.slice(0, 2)} ${name}`),
    );
    expect(repeated(claims)).toEqual([]);
  });

  it('are called what they are, at the end of the name', () => {
    expect(parks.filter(({ name }) => !/(?:区|园|港|局)$/u.test(name)).map(({ name }) => name)).toEqual([]);
    expect(parks.filter(({ by_rule, name, category }) => by_rule && !name.endsWith(category)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('are of a level that the gazetteer knows, and the national ones of the ministries’ lists are there', () => {
    const national = (type: RegExp) => parks.filter(({ level, name }) => level === '国家级' && type.test(name)).length;
    // 232 economic zones and 178 high-tech ones are counted officially; a few are of other types
    expect(national(/经济(?:技术)?开发区$/u)).toBeGreaterThanOrEqual(220);
    expect(national(/高新?技术产业(?:开发|示范)区$/u)).toBeGreaterThanOrEqual(170);
    expect(national(/综合保税区$/u)).toBeGreaterThanOrEqual(150);
  });

  it('have an earlier official name only with the month in which it ended', () => {
    expect(parks.filter((park) => park.name_before !== null && !/^\d{4}-\d{2}$/u.test(park.since ?? ''))).toEqual([]);
  });
});

describe('organs, bodies and areas', () => {
  const { departments, templates, national } = gazetteer.organs;

  it('a written stem belongs to one department, a form to one template, a name to one national organ', () => {
    expect(repeated(departments.flatMap(({ full, short }) => [full, ...short]))).toEqual([]);
    expect(repeated(templates.flatMap(({ forms }) => forms))).toEqual([]);
    expect(repeated(national.flatMap(({ name, aliases }) => [name, ...aliases]))).toEqual([]);
  });

  it('a form has words of its own behind the place, by which it is found', () => {
    const forms = templates.flatMap((template) => template.forms);
    expect(forms.filter((form) => !/^[^{}]*\{p\}[^{}]+$/u.test(form))).toEqual([]);
  });

  it('a stem that departments have in some provinces is one that leads to itself there', () => {
    const known = new Set(departments.flatMap(({ full, short }) => [full, ...short]));
    expect(departments.flatMap(({ local }) => local.map(({ full }) => full)).filter((full) => !known.has(full))).toEqual([]);
  });

  it('every row says where it is from', () => {
    const rows = [...departments, ...templates, ...national, ...gazetteer.bodies, ...divisions, ...parks];
    expect(rows.filter(({ source }) => source === '')).toEqual([]);
  });

  it('two bodies that are called alike lie apart: the notice’s place says which is meant', () => {
    const { places, bodies } = gazetteer;
    const clashes = bodies.flatMap((one) =>
      bodies.filter(
        (other) =>
          other !== one &&
          (places.within(one.place_code, other.place_code) || places.within(other.place_code, one.place_code)) &&
          [one.name, ...one.aliases].some((name) => [other.name, ...other.aliases].includes(name)),
      ),
    );
    expect(clashes).toEqual([]);
  });

  it('bodies and areas have unique names and codes that exist', () => {
    expect(repeated(gazetteer.bodies.map(({ id }) => id))).toEqual([]);
    expect(repeated(gazetteer.bodies.map(({ name }) => name))).toEqual([]);
    expect(repeated(gazetteer.areas.map(({ name }) => name))).toEqual([]);
    const codes = [...gazetteer.bodies.map((body) => body.place_code), ...gazetteer.areas.map((area) => area.code)];
    expect(codes.filter((code) => code !== null && placeByCode(code) === null)).toEqual([]);
  });
});

describe('the gazetteer', () => {
  it('is loaded once, frozen, and has a fingerprint', () => {
    expect(loadGazetteer()).toBe(gazetteer);
    expect(Object.isFrozen(gazetteer) && Object.isFrozen(parks[0]) && Object.isFrozen(divisions)).toBe(true);
    expect(gazetteer.fingerprint).toMatch(/^[0-9a-f]{16}$/u);
  });

  it.each([
    ['南昌市', undefined, '360100'],
    ['南昌', undefined, '360100'],
    ['吉林', undefined, '220000'],
    ['九江县', undefined, '360404'],
    ['恩施州', undefined, '422800'],
    ['鼓楼区', '350100', '350102'],
    ['鼓楼区', undefined, undefined],
    ['无此地', undefined, undefined],
  ])('placeByName(%s, %s) is %s', (name, within, code) => {
    expect(placeByName(name, within)?.code).toBe(code);
  });

  it('lists the parks of a division, those of its counties among them', () => {
    const ids = parksIn('360200').map(({ id }) => id);
    expect(ids).toContain('jx-jingdezhen-gxq');
    expect(ids).toContain('jx-leping-gyyq');
    expect(parksIn('999999')).toEqual([]);
  });
});
