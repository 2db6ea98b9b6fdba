import { libreOffice, loadOcr, type ProcessWatch, type ReadOptions } from '../pipeline/index.js';

/**
 * What every command lends the readers: LibreOffice for what no reader of ours takes, unless GONGBAO_CONVERTER=off leaves
 * it alone, and text recognition where it is asked for. No program is started before a file needs it;
 * `watch` hears of each.
 */
export async function lend({ ocr }: { ocr: boolean }, watch: ProcessWatch | null = null): Promise<ReadOptions> {
  return {
    converter: process.env['GONGBAO_CONVERTER'] === 'off' ? null : libreOffice(undefined, undefined, watch),
    ocr: ocr ? await loadOcr(watch) : null,
  };
}
