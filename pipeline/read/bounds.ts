import { InputRefused } from '../refused.js';

/** What a reader takes at most. A file past a bound is refused with the bound's name. */
export const BOUNDS = {
  fileBytes: 200 * 1024 * 1024,
  unzippedBytes: 200 * 1024 * 1024,
  archiveMembers: 10_000,
  pages: 5_000,
  pathOperatorsPerPage: 400_000,
  textItemsPerPage: 200_000,
  xmlDepth: 200,
  htmlDepth: 1_000,
  xmlElements: 5_000_000,
  cells: 1_000_000,
  columns: 2_000,
  archiveBytes: 2 * 1024 * 1024 * 1024,
  archiveRatio: 250,
  archiveDepth: 3,
  ocrPages: 300,
  ocrPixelsPerPage: 20_000_000,
  picturePages: 60,
  picturePixels: 100_000_000,
} as const;

export type Bound = keyof typeof BOUNDS;

/** The refusal of a file that is past a bound. */
export function tooLarge(bound: Bound): InputRefused {
  return new InputRefused(
    'too_large',
    `the file is past the bound ${bound} (${BOUNDS[bound]})`,
    'Split the file into smaller ones and ingest those.',
  );
}
