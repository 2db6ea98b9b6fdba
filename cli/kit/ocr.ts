import type { OptionDefinition } from './command.js';

/** Of the commands that read files. */
export const ocrOption: OptionDefinition = {
  flags: '--ocr',
  text: {
    en: 'recognise pages that are pictures, with the program tesseract (Debian: tesseract-ocr, tesseract-ocr-chi-sim)',
    zh: '用 tesseract 识别图片页（Debian：tesseract-ocr、tesseract-ocr-chi-sim）',
  },
};
