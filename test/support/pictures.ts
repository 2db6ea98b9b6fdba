import { createCanvas } from '@napi-rs/canvas';

/** A picture of two greys: what it shows is a test's own to say. */
export function picture(width: number, height: number, kind: 'image/png' | 'image/jpeg' = 'image/png'): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#dddddd';
  context.fillRect(0, 0, width / 2, height / 2);
  return new Uint8Array(kind === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg'));
}

/** A JPEG with an Exif segment in front that has nothing but an orientation in it. */
export function exif(jpeg: Uint8Array, orientation: number, bigEndian = false): Uint8Array {
  const segment = new DataView(new ArrayBuffer(36));
  segment.setUint16(0, 0xffe1);
  segment.setUint16(2, 34);
  segment.setUint32(4, 0x45786966);
  const tiff = 10;
  const little = !bigEndian;
  segment.setUint16(tiff, bigEndian ? 0x4d4d : 0x4949);
  segment.setUint16(tiff + 2, 42, little);
  segment.setUint32(tiff + 4, 8, little);
  segment.setUint16(tiff + 8, 1, little);
  segment.setUint16(tiff + 10, 0x0112, little);
  segment.setUint16(tiff + 12, 3, little);
  segment.setUint32(tiff + 14, 1, little);
  segment.setUint16(tiff + 18, orientation, little);
  return new Uint8Array([...jpeg.slice(0, 2), ...new Uint8Array(segment.buffer), ...jpeg.slice(2)]);
}
