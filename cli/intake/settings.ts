import type { Destination, SessionSettings } from '../../intake/index.js';
import type { OptionDefinition, Options } from '../kit/command.js';
import { wholeNumber } from '../kit/filters.js';
import { gazetteerOption, readGazetteer } from '../kit/gazetteer.js';
import { ocrOption } from '../kit/ocr.js';
import { storeOption, storePath } from '../kit/store.js';

/** What the commands that take files in can be told. */
export const intakeOptions: readonly OptionDefinition[] = [
  storeOption,
  { flags: '--jobs <number>', text: { en: 'files in work at once (default: 2)', zh: '同时处理的文件数（默认 2）' } },
  {
    flags: '--prefix <name>',
    text: {
      en: 'put NAME/ before every path, to keep folders with equal file names apart',
      zh: '在路径前加“名称/”，以区分同名文件',
    },
  },
  {
    flags: '--timeout <seconds>',
    text: { en: 'refuse a file that takes longer (default: 300)', zh: '单个文件的时限，秒（默认 300）' },
  },
  ocrOption,
  gazetteerOption,
];

/** Where files go, and how they are taken in. */
export interface IntakeSettings extends Destination, SessionSettings {
  store: string;
}

/** What the user set; a value that cannot be read is a usage error. */
export function readSettings(options: Options): IntakeSettings {
  return {
    store: storePath(options),
    prefix: options.text('prefix') ?? null,
    jobs: wholeNumber('jobs', options.text('jobs') ?? '2'),
    timeoutMs: wholeNumber('timeout', options.text('timeout') ?? '300') * 1000,
    force: options.flag('force'),
    ocr: options.flag('ocr'),
    gazetteer: readGazetteer(options),
  };
}
