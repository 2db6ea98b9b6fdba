import { BOUNDS } from '../bounds.js';
import { declaredSize, pictureKind } from '../image/size.js';
import { turnOf } from '../image/turn.js';
import type { PageImage } from '../reader.js';
import type { OfdDocument } from './document.js';
import type { OfdPackage } from './package.js';
import type { OfdContent, PlacedPicture } from './page.js';

/** A picture that covers this share of the paper is the page. */
const WHOLE = 0.6;

/**
 * The picture that a scanned page is, for an engine: as it stands in the file, never unpacked here.
 * @throws Error that says why there is none: the page goes on without
 */
export function scanOf(files: OfdPackage, document: OfdDocument, content: OfdContent): PageImage {
  const picture = wholePicture(content);
  if (!picture.upright) throw new Error('its picture is turned or mirrored, which is not undone');
  const file = document.pictures.get(picture.resource);
  const bytes = file === undefined ? null : files.bytes(file.location, file.folder);
  if (bytes === null) throw new Error('the file of its picture is missing');
  const kind = pictureKind(bytes);
  if (kind === null) throw new Error('its picture is neither PNG nor JPEG');
  const size = declaredSize(bytes, kind);
  if (size === null) throw new Error(`its ${kind} picture is damaged or cut off`);
  if (size[0] * size[1] > BOUNDS.picturePixels) throw new Error('its picture is past the bound picturePixels');
  if (turnOf(bytes, kind) !== 'upright') throw new Error('its picture says that it is to be turned (EXIF)');
  const [left, top, right] = picture.box;
  return { picture: bytes, dpi: size[0] / ((right - left) / 72), corner: [left, top] };
}

function wholePicture({ placed, width, height }: OfdContent): PlacedPicture {
  const area = ({ box }: PlacedPicture): number => (box[2] - box[0]) * (box[3] - box[1]);
  const [largest] = [...placed].sort((a, b) => area(b) - area(a));
  if (largest === undefined) throw new Error('it is drawn with shapes, there is no picture on it');
  if (area(largest) < WHOLE * width * height) throw new Error('it is made of several pictures, which are not put together');
  return largest;
}
