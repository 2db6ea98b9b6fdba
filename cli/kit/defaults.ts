import type { Config } from './config.js';

/** Options that a configuration stands in for, and the variables that come before it. */
const VARIABLES = { store: 'GONGBAO_STORE', gazetteer: 'GONGBAO_GAZETTEER' } as const;

/** What options mean where the command line does not set them: by variables, else by the configuration. */
export function defaultsOf(config: Config, env: NodeJS.ProcessEnv): Record<string, string> {
  const set: Record<string, string> = {};
  for (const name of ['store', 'gazetteer'] as const) {
    const value = env[VARIABLES[name]] ?? config[name];
    if (value !== undefined && value !== '') set[name] = value;
  }
  return set;
}
