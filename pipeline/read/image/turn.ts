import { segmentsOf, type PictureKind } from './size.js';

/** Whether a viewer that heeds EXIF would show a picture otherwise than its pixels stand. */
export type Turn = 'upright' | 'turned';

const ORIENTATION = 0x0112;

/**
 * What a JPEG says of its own orientation (Exif 2.32, 4.6.4 A): cameras and telephones keep the pixels as the sensor gave
 * them and note how the picture is to be turned or flipped. An engine gets the pixels, and would read lines across.
 */
export function turnOf(bytes: Uint8Array, kind: PictureKind): Turn {
  if (kind !== 'JPEG') return 'upright';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const orientation = exifOrientation(view);
  return orientation !== null && orientation >= 2 && orientation <= 8 ? 'turned' : 'upright';
}

/** From the first APP1 with Exif in it. */
function exifOrientation(view: DataView): number | null {
  for (const { marker, at, end } of segmentsOf(view)) {
    if (marker === 0xe1 && end <= view.byteLength && isExif(view, at + 4))
      return orientationIn(new DataView(view.buffer, view.byteOffset + at + 10, Math.max(0, end - at - 10)));
  }
  return null;
}

/** `Exif` and two zeros. */
function isExif(view: DataView, at: number): boolean {
  return at + 6 <= view.byteLength && view.getUint32(at) === 0x45786966 && view.getUint16(at + 4) === 0;
}

/** The tag in the first directory of the TIFF that Exif is (TIFF 6.0, section 2). */
function orientationIn(tiff: DataView): number | null {
  if (tiff.byteLength < 8) return null;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(directory, little);
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, little) === ORIENTATION) return tiff.getUint16(entry + 8, little);
  }
  return null;
}
