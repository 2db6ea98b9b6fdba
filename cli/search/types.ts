import { RECORD_TYPE_NAMES, type RecordTypeName } from '../../schemas/index.js';
import type { OptionDefinition } from '../kit/command.js';
import { usageError } from '../kit/errors.js';

export const typeOption: OptionDefinition = {
  flags: '--type <types>',
  text: {
    en: `only hits of this type, or of several with commas: ${RECORD_TYPE_NAMES.join(', ')}`,
    zh: `仅限该类型，可用逗号给出多个：${RECORD_TYPE_NAMES.join('、')}`,
  },
};

/** The types that the user names; null where none is. */
export function searchedTypes(value: string | undefined): RecordTypeName[] | null {
  if (value === undefined) return null;
  return value.split(/[,，、]/).map((name) => {
    const type = RECORD_TYPE_NAMES.find((each) => each === name.trim());
    if (type !== undefined) return type;
    throw usageError({
      en: `--type is one or more of ${RECORD_TYPE_NAMES.join(', ')}, got “${name}”`,
      zh: `--type 只能取 ${RECORD_TYPE_NAMES.join('、')}，实为“${name}”`,
    });
  });
}
