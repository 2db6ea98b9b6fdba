import type { Body, Gazetteer } from '../../corpus/gazetteer.js';
import { ONLY_NATIONAL } from '../words.js';
import type { Step } from './query.js';
import type { OrganTable } from './table.js';

/** Bodies that are listed by name: those whose place has to do with the notice’s, and that there were on its day. */
export function bodyStep({ places, bodies }: Gazetteer): Step {
  const byName = new Map<string, Body[]>();
  for (const body of bodies)
    for (const name of new Set([body.name, ...body.aliases])) byName.set(name, [...(byName.get(name) ?? []), body]);
  return ({ name, region, date }) => {
    const near = ({ place_code }: Body) =>
      region !== null && (places.within(region.code, place_code) || places.within(place_code, region.code));
    const body = (byName.get(name) ?? []).find((one) => existsOn(one, date) && (one.name === name || near(one)));
    if (!body) return null;
    return { name: body.name, place: places.byCode(body.place_code), method: body.name === name ? 'exact' : 'alias', score: 1 };
  };
}

function existsOn({ since, until }: Body, date: string | null): boolean {
  if (date === null) return true;
  return (since === null || date.slice(0, since.length) >= since) && (until === null || date.slice(0, until.length) < until);
}

/** National organs; an alias that places have too (国资委) only where no place is in play. */
export function nationalStep(organs: OrganTable): Step {
  return ({ name, region }) => {
    const known = organs.national(name);
    if (!known || (known.alias && region !== null && !ONLY_NATIONAL.test(name))) return null;
    return { name: known.organ.name, place: null, method: known.alias ? 'alias' : 'exact', score: 1 };
  };
}
