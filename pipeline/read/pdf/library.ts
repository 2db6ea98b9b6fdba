import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Canvas from '@napi-rs/canvas';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputRefused } from '../../refused.js';
import { keepNatives } from './natives.js';
import { guardRejections } from './stray-rejections.js';

export type PdfLibrary = typeof Pdfjs;

/** An open document and the way to let go of it. */
export interface OpenPdf {
  library: PdfLibrary;
  document: Pdfjs.PDFDocumentProxy;
  close: () => Promise<void>;
}

/** In place of a browser class that is named at import and used for drawing only. */
class StandIn {
  readonly drawsNothing = true;
}

let loading: Promise<PdfLibrary> | null = null;

/**
 * pdf.js wants three browser classes at import even where nothing is drawn. They come from the canvas package; where that
 * has no build for the system, stand-ins let text be read all the same, and the warning about it says nothing.
 */
export function pdfLibrary(): Promise<PdfLibrary> {
  loading ??= loadLibrary();
  return loading;
}

async function loadLibrary(): Promise<PdfLibrary> {
  const canvas = await canvasPackage();
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData'] as const) {
    const value = canvas?.[name] ?? StandIn;
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const { warn } = console;
  const restore = keepNatives();
  console.warn = () => undefined;
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // its other half, which it would load itself with the first file
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return library;
  } finally {
    console.warn = warn;
    restore();
  }
}

/** What draws pages; null on a system that the package has no build for. */
export async function canvasPackage(): Promise<typeof Canvas | null> {
  try {
    return await import('@napi-rs/canvas');
  } catch {
    return null;
  }
}

/** Where the package keeps its character maps, standard fonts and decoders; without the maps GBK-EUC-H reads as nothing. */
function packageFolder(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  // pdf.js reads these from the file system in Node and wants the end of a folder's name marked.
  return join(dirname(manifest), name) + '/';
}

/**
 * Opens a PDF (ISO 32000), with its pictures or without: decoding a scan costs a second a page.
 * @throws InputRefused when it is encrypted or damaged
 */
export async function openPdf(bytes: Uint8Array, { pictures = false } = {}): Promise<OpenPdf> {
  const library = await pdfLibrary();
  const release = guardRejections();
  const task = library.getDocument({
    // A copy: pdf.js takes the buffer away from its caller.
    data: new Uint8Array(bytes),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    wasmUrl: packageFolder('wasm'),
    iccUrl: packageFolder('iccs'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: pictures ? -1 : 1,
    stopAtErrors: false,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    release();
  };
  try {
    return { library, document: await task.promise, close };
  } catch (error) {
    await close();
    throw refusal(error);
  }
}

/** What pdf.js could not open, in our words. */
function refusal(error: unknown): InputRefused {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new InputRefused(
      'encrypted',
      'the PDF is protected with a password',
      'Save a copy without a password and ingest that.',
      { cause: error },
    );
  }
  return damagedPdf(error);
}

export function damagedPdf(cause: unknown): InputRefused {
  return new InputRefused(
    'damaged',
    'the PDF is damaged or cut off',
    'Download it again, or open it in a viewer and print it to a new PDF.',
    { cause },
  );
}
