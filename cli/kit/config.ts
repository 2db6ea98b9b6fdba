import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { CommandError, didYouMean } from './errors.js';
import type { ConfigFile } from './config-file.js';
import { nearest } from './nearest.js';

/** What a configuration file may set; a path in it is meant from the file's own folder. */
const configSchema = z.strictObject({
  store: z.string().min(1).optional().describe('the store'),
  gazetteer: z.string().min(1).optional().describe('rows of your own for the gazetteer'),
  lang: z.enum(['zh', 'en']).optional().describe('language of messages'),
  pager: z.string().optional().describe('program that pages long lists; empty for none'),
});
export type Config = z.infer<typeof configSchema>;

/**
 * A configuration with absolute paths.
 * @throws CommandError where the file sets what it may not
 */
export function checkedConfig({ path, content }: ConfigFile): Config {
  const read = configSchema.safeParse(content ?? {});
  if (!read.success) throw wrong(path, read.error.issues[0]);
  const { store, gazetteer, ...rest } = read.data;
  const absolute = (given: string) => (isAbsolute(given) ? given : join(dirname(path), given));
  return {
    ...rest,
    ...(store !== undefined && { store: absolute(store) }),
    ...(gazetteer !== undefined && { gazetteer: absolute(gazetteer) }),
  };
}

function wrong(path: string, issue: z.core.$ZodIssue | undefined): CommandError {
  const known = Object.keys(configSchema.shape);
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const meant = nearest(key, known);
    return new CommandError(
      { en: `${path}: there is no setting “${key}”`, zh: `${path}：没有设置项“${key}”` },
      meant === null ? { en: `the settings are ${known.join(', ')}`, zh: `设置项有 ${known.join('、')}` } : didYouMean(meant),
    );
  }
  const key = issue?.path.join('.') ?? '';
  const at = key === '' ? path : `${path}: ${key}`;
  return new CommandError(
    { en: `${at}: ${issue?.message ?? 'not an object'}`, zh: `${at}：取值有误（${issue?.message ?? '不是对象'}）` },
    { en: `the settings are ${known.join(', ')}`, zh: `设置项有 ${known.join('、')}` },
  );
}
