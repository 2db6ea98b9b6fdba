import { InputRefused } from '../../refused.js';
import { BOUNDS, tooLarge } from '../bounds.js';
import type { PageImage } from '../reader.js';
import { declaredSize, type PictureKind } from './size.js';
import { turnOf } from './turn.js';

/** The width of the sheet that a picture is taken for: A4, in inches. */
const SHEET = 210 / 25.4;

/** A picture as one page: what an engine gets, and the page's size in points. */
export interface Picture {
  width: number;
  height: number;
  image: PageImage;
}

/**
 * Takes a picture for a sheet of A4, upright or lying: what scanners write of their resolution is wrong too often, and a
 * photograph has none. It is not unpacked here but goes to the engine as it is: decoders in this process that meet a
 * damaged picture would end all that is read beside it.
 * @throws InputRefused where it declares no size, is past a bound, or is to be turned
 */
export function openPicture(bytes: Uint8Array, kind: PictureKind): Picture {
  const size = declaredSize(bytes, kind);
  if (size === null) throw new InputRefused('damaged', `the ${kind} picture is damaged or cut off`, 'Scan or download it again.');
  if (size[0] * size[1] > BOUNDS.picturePixels) throw tooLarge('picturePixels');
  if (turnOf(bytes, kind) !== 'upright')
    throw new InputRefused(
      'unsupported',
      'the picture says that it is to be turned or flipped (EXIF orientation), which is not done here',
      'Open it in a viewer, turn it upright, save it and ingest that.',
    );
  const dpi = Math.min(...size) / SHEET;
  const [width, height] = [(size[0] / dpi) * 72, (size[1] / dpi) * 72];
  return { width, height, image: { picture: bytes, dpi } };
}
