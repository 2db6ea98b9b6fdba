import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Family, Setting, TableCase } from './compose.js';
import { decimals, figures, list, merged, projects, twoLevels, withEmpties } from './contents.js';
import { byPdfkit, FONT } from './office.js';
import { LANDSCAPE } from './paper.js';
import { expectedOf, type TableSpec } from './spec.js';
import { Dice, Words } from './words.js';

export type Producer = 'pdfkit' | 'libreoffice' | 'chromium';

/** A table that another program makes a PDF of; the files are committed, but for those of pdfkit. */
export interface Fixture {
  producer: Producer;
  name: string;
  family: Family;
  spec: TableSpec;
  setting: Setting;
}

export function fixtureFile({ producer, name }: Fixture): URL {
  return new URL(`fixtures/${producer}-${name}.pdf.gz`, import.meta.url);
}

/** What is made: each table by each program that can. */
export function fixtureSpecs(): Fixture[] {
  const words = new Words(new Dice(20261128));
  const before = ['附件：产业集群重点项目情况'];
  const after = ['注：以上数据由各县（市、区）报送。'];
  const kinds: [string, Family, TableSpec, Setting][] = [
    ['ruled', 'ruled', { ...list(words, 6), rules: 'grid', fill: 'stripes' }, { before, after }],
    ['merged', 'ruled', { ...merged(words), rules: 'grid', middle: true }, { before }],
    ['two-levels', 'ruled', { ...twoLevels(words, 6), rules: 'grid', middle: true }, { before, unit: '单位：亿元' }],
    ['pages', 'ruled', { ...projects(words, 36, 2), rules: 'grid', repeatHead: true }, { after }],
    ['lying-pages', 'ruled', { ...projects(words, 16, 2), rules: 'grid', cutRows: true }, { paper: LANDSCAPE }],
    ['empty', 'ruled', { ...withEmpties(list(words, 8), words, 0.25, [3]), rules: 'grid' }, { before }],
    ['three-lines', 'partly ruled', { ...figures(words, 8, 5), rules: 'three' }, { before, unit: '单位：万元', after }],
    ['row-lines', 'partly ruled', { ...projects(words, 6), rules: 'rows' }, { before, after }],
    ['unruled', 'unruled', { ...list(words, 8), rules: 'none' }, { before, after }],
    ['unruled-figures', 'unruled', { ...decimals(words, 9), rules: 'none' }, { before, unit: '单位：万元' }],
    ['unruled-wrapped', 'unruled', { ...projects(words, 7), rules: 'none', padY: 4 }, { before }],
  ];
  const producers: Producer[] = ['pdfkit', 'libreoffice', 'chromium'];
  return producers.flatMap((producer) =>
    kinds.map(([name, family, spec, setting]) => ({ producer, name, family, spec, setting })),
  );
}

/** The fixtures that are there, as cases; those of pdfkit are made where the font is installed. */
export function fixtures(): TableCase[] {
  return fixtureSpecs()
    .filter((fixture) => existsSync(fixture.producer === 'pdfkit' ? FONT.file : fixtureFile(fixture)))
    .map((fixture) => {
      const { producer, name, family, spec, setting } = fixture;
      const bytes = async (): Promise<Uint8Array> =>
        producer === 'pdfkit' ? await byPdfkit(spec, setting) : new Uint8Array(gunzipSync(readFileSync(fixtureFile(fixture))));
      return {
        name: `${producer}-${name}`,
        kind: producer,
        family,
        bytes,
        plain: bytes,
        expected: [expectedOf(spec)],
        outside: [...(setting.before ?? []), ...(setting.after ?? [])],
        unit: setting.unit ?? null,
      };
    });
}
