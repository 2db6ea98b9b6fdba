import { InputRefused } from '../../refused.js';
import type { EngineMissing } from '../reader.js';

/** Why a file that is nothing but pictures is refused where nobody asked for recognition. */
export function wantsRecognition(cause: string): InputRefused {
  return new InputRefused(
    'needs_ocr',
    cause,
    'Read it with --ocr, which needs the program tesseract with simplified Chinese (Debian: tesseract-ocr and tesseract-ocr-chi-sim).',
  );
}

/** The same where it was asked for and the engine is not there. */
export function engineMissing(cause: string, missing: EngineMissing): InputRefused {
  return new InputRefused('needs_ocr', `${cause}, and ${missing.message}`, missing.hint);
}

/** The same where recognition ran and found nothing. */
export function nothingRecognised(cause: string): InputRefused {
  return new InputRefused('no_text', `${cause}, and text recognition found none`, 'Check that it was scanned upright and sharp.');
}

/** The same where its pictures could not be given to the engine, or the engine failed over them. */
export function notRecognised(cause: string, why: string): InputRefused {
  return new InputRefused(
    'needs_ocr',
    `${cause}, and text recognition could not read them: ${why}`,
    'Print or export its pages to PDF or PNG and ingest those with --ocr.',
  );
}
