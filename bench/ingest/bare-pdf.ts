import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type PdfWork = 'text' | 'text and operators';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What one has to do at least to read PDFs with pdf.js: open, ask each page for its text (and its operators), and close. Gives the pages. */
export async function barePdf(): Promise<(path: string, work: PdfWork) => Promise<number>> {
  const { getDocument, AnnotationMode } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return async (path, work) => {
    const task = getDocument({
      data: new Uint8Array(readFileSync(path)),
      cMapUrl: join(folder, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts/'),
      wasmUrl: join(folder, 'wasm/'),
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 1,
      verbosity: 0,
    });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      if (work === 'text and operators') await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
      page.cleanup();
    }
    await task.destroy();
    return document.numPages;
  };
}
