import type { RecordTypeName } from '../../schemas/index.js';
import type { OptionDefinition } from '../kit/command.js';
import { usageError } from '../kit/errors.js';
import { recordTypes } from '../kit/types.js';

/** Named here and not taken from the schemas: help must not load them. The compiler checks the names. */
const TYPES: readonly RecordTypeName[] = ['notices', ...recordTypes];

export const typeOption: OptionDefinition = {
  flags: '--type <types>',
  text: {
    en: `only hits of this type, or of several with commas: ${TYPES.join(', ')}`,
    zh: `仅限该类型，可用逗号给出多个：${TYPES.join('、')}`,
  },
};

/** The types that the user names; null where none is. */
export function searchedTypes(value: string | undefined): RecordTypeName[] | null {
  if (value === undefined) return null;
  return value.split(/[,，、]/).map((name) => {
    const type = TYPES.find((each) => each === name.trim());
    if (type !== undefined) return type;
    throw usageError({
      en: `--type is one or more of ${TYPES.join(', ')}, got “${name}”`,
      zh: `--type 只能取 ${TYPES.join('、')}，实为“${name}”`,
    });
  });
}
