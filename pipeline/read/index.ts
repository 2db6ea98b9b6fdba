import type { Document } from '../../schemas/index.js';
import { InputRefused } from '../refused.js';
import { BOUNDS, tooLarge } from './bounds.js';
import { READERS } from './list.js';
import type { ReadInput, ReadOptions } from './reader.js';
import { formatOf } from './sniff.js';

export { nameIn as nameAt } from './html/files.js';
export {
  EngineMissing,
  type Converter,
  type OcrEngine,
  type PageImage,
  type ReadOptions,
  type ReadTrace,
  type RecognisedWord,
  type TracedPage,
} from './reader.js';

/** Every reader with its version: part of the fingerprint that says whether a file must be read again. */
export const READERS_VERSION: string = READERS.map((reader) => reader.version).join(' ');

/**
 * Reads one file. The reader is chosen by content, and by the name's ending where the content does not tell.
 * Deterministic but for what `options` lend it: no clock, no network, nothing is written.
 * @throws InputRefused with a code, a cause in one line, and the next step
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Document> {
  if (bytes.length === 0) throw new InputRefused('empty', 'the file is empty', 'Check that it was saved or downloaded whole.');
  if (bytes.length > BOUNDS.fileBytes) throw tooLarge('fileBytes');
  const found = await formatOf(bytes, name);
  if ('convertible' in found) {
    const { readConverted } = await import('./converted.js');
    return await readConverted(found.convertible, { bytes, name }, options);
  }
  const { format, archive } = found;
  const reader = READERS.find((one) => one.format === format);
  if (reader === undefined) throw new Error(`no reader for ${format}`);
  const input: ReadInput = { bytes, name, archive };
  return await (
    await reader.load()
  )(input, options);
}
