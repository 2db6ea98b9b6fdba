import { describe, expect, it } from 'vitest';
import { gazetteer, resolver } from './helpers.js';

/** The place that signs, on a day. */
const region = (issuer: string, date: string | null) => resolver.region([issuer], null, '', date);

describe('a place that has another name now', () => {
  it.each([
    // 九江县 became 柴桑区 in 2017, 襄樊市 became 襄阳市 in 2010
    ['九江县人民政府', '2015-03-01', '九江县', '360404'],
    ['九江县人民政府', '2024-03-01', '柴桑区', '360404'],
    ['柴桑区人民政府', '2024-03-01', '柴桑区', '360404'],
    ['襄樊市人民政府', '2008', '襄樊市', '420600'],
    ['襄阳市人民政府', '2012-05', '襄阳市', '420600'],
    ['九江县人民政府', null, '柴桑区', '360404'],
  ])('%s on %s is %s', (issuer, date, name, code) => {
    expect(region(issuer, date)).toMatchObject({ entity_name: name, code });
  });

  it.each([
    ['县工信委', '2015-03-01', '九江县工业和信息化委员会'],
    ['县政府', '2015-03-01', '九江县人民政府'],
    ['区政府', '2024-03-01', '柴桑区人民政府'],
  ])('%s in its notice of %s is %s', (name, date, full) => {
    expect(resolver.unit(name, false, { region: region('柴桑区人民政府', date), date }, 0).entity_name).toBe(full);
  });

  it('is not called so before the month of which the listings are sure, nor renamed for having taken in another', () => {
    expect(region('柴桑区人民政府', '2016-12').entity_name).toBe('柴桑区');
    expect(region('东城区人民政府', '2005-01').entity_name).not.toBe('崇文区');
  });

  it('has its own codes whatever its name', () => {
    const codes = (date: string | null) => gazetteer.on(date).places.divisions.map(({ code }) => code);
    expect(codes('2005-01')).toEqual(codes(null));
    expect(gazetteer.on('2005-01')).toBe(gazetteer.on('2005-02'));
    expect(gazetteer.on('2025-01')).toBe(gazetteer);
  });
});

describe('the organs that lost', () => {
  it('stand beside the one that a name was resolved to', () => {
    const context = { region: region('合肥市人民政府', '2024-01-01'), date: '2024-01-01' };
    const all = resolver.explain('高新区管委会', ['organ'], context)[0];
    expect(all?.resolution.candidates).toEqual(expect.not.arrayContaining([all?.resolution.entity_id]));
  });
});
