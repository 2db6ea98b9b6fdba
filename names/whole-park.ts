import type { Division } from '../corpus/gazetteer.js';
import type { KnownPark, ParkReader } from './park.js';
import type { PlaceReader } from './place.js';

/** A park that a whole string names, or else the place that its head names. */
export interface WholePark {
  park: KnownPark | null;
  place: Division | null;
}

/** 乌鲁木齐高新区（新市区） */
const REMARK = /(?<=.{4})（[^）]*）$/u;
const RANK = /^(?:国家级|省级|市级|国家)(?=.{3})/u;

/** Reads a string that is nothing but a park’s name, whatever stands in front of it. */
export class WholeParkReader {
  constructor(
    private readonly places: PlaceReader,
    private readonly parks: ParkReader,
  ) {}

  read(written: string, region: Division | null): WholePark {
    const name = this.parks.whole(written, { region }) ? written : written.replace(REMARK, '');
    const bare = name.replace(RANK, '');
    const park = this.parks.whole(name, { region }) ?? (bare === name ? null : this.parks.whole(bare, { region }));
    if (park) return { park, place: null };
    const dropped = region && region.level !== 'province' ? this.parks.whole(region.short + bare, { region }) : null;
    if (dropped) return { park: dropped, place: null };
    return this.#behindPlaces(bare, region);
  }

  /** 抚州市东乡经开区: the park, read behind each place at the head. */
  #behindPlaces(name: string, region: Division | null): WholePark {
    const chain = this.places.readChain(name, 0, { region });
    for (const { end, division } of [...chain].reverse()) {
      const rest = name.slice(end).replace(RANK, '');
      const inside = division && this.parks.whole(rest, { region, inside: division });
      if (inside) return { park: inside, place: division };
    }
    return { park: null, place: chain.at(-1)?.division ?? null };
  }
}
