import type { Box } from '../../../schemas/index.js';
import { BOUNDS } from '../bounds.js';
import type { PageImage } from '../reader.js';
import { pageContent } from './content.js';
import { canvasPackage, openPdf, type OpenPdf } from './library.js';

/** What recognition wants: characters of 10.5 points are 44 pixels high then. */
const DPI = 300;

/** A PDF opened with its pictures, when first asked for: to see how much of a page they cover, and to draw pages. */
export class Drawing {
  private opened: Promise<OpenPdf> | null = null;

  constructor(private readonly bytes: Uint8Array) {}

  /** The share of a page, from 0 to 1, that pictures cover. Overlapping ones count twice, up to the whole. */
  async coverage(number: number): Promise<number> {
    const { library, document } = await this.open();
    const page = await document.getPage(number);
    const { pictures, width, height } = await pageContent(library, page);
    page.cleanup();
    const covered = pictures.reduce((sum, box) => sum + areaOn(box, width, height), 0);
    return Math.min(1, covered / (width * height));
  }

  /** The page as shown, at 300 dots to the inch or fewer where that would be more pixels than the bound allows. */
  async draw(number: number): Promise<PageImage> {
    const canvas = await canvasPackage();
    if (canvas === null) throw new Error('pages cannot be drawn on this system: @napi-rs/canvas has no build for it');
    const { library, document } = await this.open();
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(DPI / 72, Math.sqrt(BOUNDS.ocrPixelsPerPage / (width * height)));
    const viewport = page.getViewport({ scale });
    const sheet = canvas.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const task = page.render({
      // The canvas of the package stands in for a browser's, as pdf.js itself takes it.
      canvas: sheet,
      viewport,
      background: '#ffffff',
      annotationMode: library.AnnotationMode.DISABLE,
    });
    await task.promise;
    page.cleanup();
    return { picture: new Uint8Array(await sheet.encode('png')), dpi: scale * 72 };
  }

  async close(): Promise<void> {
    if (this.opened !== null) await (await this.opened).close();
  }

  private open(): Promise<OpenPdf> {
    this.opened ??= openPdf(this.bytes, { pictures: true });
    return this.opened;
  }
}

function areaOn([left, top, right, bottom]: Box, width: number, height: number): number {
  const across = Math.min(right, width) - Math.max(left, 0);
  const down = Math.min(bottom, height) - Math.max(top, 0);
  return across > 0 && down > 0 ? across * down : 0;
}
