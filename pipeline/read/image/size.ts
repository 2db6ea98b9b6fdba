/** Width and height of a picture in pixels. */
export type PixelSize = readonly [width: number, height: number];

/** The kinds of pictures that are read, by their first bytes. */
export type PictureKind = 'PNG' | 'JPEG';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** What kind of picture it is; null where it is none of those that are read. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (PNG.every((byte, index) => bytes[index] === byte)) return 'PNG';
  return JPEG.every((byte, index) => bytes[index] === byte) ? 'JPEG' : null;
}

/**
 * The size that a picture declares, read from its head so that nothing is unpacked that is past a bound; null where it
 * declares none.
 */
export function declaredSize(bytes: Uint8Array, kind: PictureKind): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = kind === 'PNG' ? pngSize(view) : jpegSize(view);
  return size !== null && size[0] > 0 && size[1] > 0 ? size : null;
}

/** IHDR comes first (ISO/IEC 15948, 11.2.2). */
function pngSize(view: DataView): PixelSize | null {
  return view.byteLength < 24 ? null : [view.getUint32(16), view.getUint32(20)];
}

/** The frame header, behind other segments (ISO/IEC 10918-1, B.2.2): SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): PixelSize | null {
  for (const { marker, at } of segmentsOf(view)) {
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return at + 9 <= view.byteLength ? [view.getUint16(at + 7), view.getUint16(at + 5)] : null;
  }
  return null;
}

/** The segments in front of the picture of a JPEG (ISO/IEC 10918-1, B.1): where each begins with its marker, and its end. */
export function* segmentsOf(view: DataView): Generator<{ marker: number; at: number; end: number }> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return;
    const end = at + 2 + view.getUint16(at + 2);
    yield { marker, at, end };
    at = end;
  }
}
