import type { Document } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { blockText } from './blocks.js';
import { readDocx } from './docx.js';
import { garbledShare } from './garbled.js';
import type { ReadInput, ReadOptions } from './reader.js';
import { readXlsx } from './xlsx.js';
import { openArchive } from './zip.js';

/** Formats that no reader of ours takes, and what each is converted to. */
const WAYS = {
  xls: { what: 'an old spreadsheet (.xls, .et)', to: 'xlsx', save: 'XLSX', read: readXlsx },
  rtf: { what: 'an RTF document', to: 'docx', save: 'DOCX', read: readDocx },
} as const;

/** A format that is read by way of a converter only. */
export type Convertible = keyof typeof WAYS;

/**
 * Lets the converter make of a file what a reader takes, and reads that: the document has the format that it was
 * converted to, names the converter in its reader, and says so in a warning.
 * @throws InputRefused without a converter, and where it cannot read the file either
 */
export async function readConverted(
  from: Convertible,
  { bytes, name }: Omit<ReadInput, 'archive'>,
  { converter }: ReadOptions,
): Promise<Document> {
  const { what, to, save, read } = WAYS[from];
  const byHand = `Open it in ${from === 'xls' ? 'Excel' : 'Word'}, WPS or LibreOffice and save it as ${save}, then ingest that`;
  if (!converter) {
    throw new InputRefused(
      'unsupported',
      `the file is ${what}, which is read only where LibreOffice is installed`,
      `${byHand}; or install LibreOffice (Debian: ${from === 'xls' ? 'libreoffice-calc' : 'libreoffice-writer'}).`,
    );
  }
  const made = await converter.convert(bytes, from, to);
  const document = await read({ bytes: made, name, archive: openArchive(made) });
  if (isNothing(document))
    throw new InputRefused('damaged', `the file is ${what} that ${converter.name} cannot read`, `${byHand}.`);
  const detail = `the file is ${what}; read by way of ${converter.name}`;
  return {
    ...document,
    reader: `${document.reader}+${converter.name}`,
    warnings: [...document.warnings, { code: 'converted', page: null, detail }],
  };
}

/** LibreOffice takes what it does not know for plain text: a result without meaning, or with RTF's own commands, is none. */
function isNothing({ blocks }: Document): boolean {
  const text = blocks.map(blockText).join('\n');
  return garbledShare(text) > 0.2 || /^\s*\{\\rtf/.test(text);
}
