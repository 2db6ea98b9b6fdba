import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { documentSchema } from '../../../schemas/document.js';
import {
  InputRefused,
  runPipeline,
  zipMembers,
  type PipelineTools,
  type ZipBudget,
  type ZipMember,
} from '../../../pipeline/index.js';
import type { Ingested } from '../../../schemas/index.js';
import { spoilt } from './mutate.js';
import { Random } from '../seeded.js';
import { SAMPLES, type Sample } from './samples.js';

/** What came of a file: the refusal's code, `read`, or what is wrong. */
export interface Verdict {
  outcome: string;
  /** null where all is as it must be */
  fault: string | null;
}

/** The archives around a file, and what they have used up of the bounds. */
interface Within {
  depth: number;
  budget: ZipBudget;
}
const OUTERMOST = (): Within => ({ depth: 0, budget: { members: 0, bytes: 0 } });

/** The file that a seed makes of a format's sample. */
export function caseOf(format: string, seed: number): Sample {
  const sample = SAMPLES[format]?.();
  if (sample === undefined) throw new Error(`no sample of ${format}`);
  return spoilt(sample, new Random(seed));
}

/** Puts a file through the whole pipeline, an archive through its members: a refusal, or records that are grounded. */
export async function judge({ name, bytes }: Sample, tools: PipelineTools, within: Within = OUTERMOST()): Promise<Verdict> {
  try {
    const members = await zipMembers(bytes, name, within);
    if (members === null) return judged(await runPipeline(bytes, { path: name }, tools));
    const verdicts: Verdict[] = [];
    for (const member of members) verdicts.push(await judgeMember(member, tools, { ...within, depth: within.depth + 1 }));
    return verdicts.find(({ fault }) => fault !== null) ?? { outcome: 'opened', fault: null };
  } catch (error) {
    return failed(error);
  }
}

async function judgeMember(member: ZipMember, tools: PipelineTools, within: Within): Promise<Verdict> {
  try {
    return await judge({ name: member.path, bytes: member.read() }, tools, within);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Verdict {
  if (!(error instanceof InputRefused))
    return { outcome: 'failed', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  const said = error.message.trim() !== '' && error.hint.trim() !== '';
  return { outcome: error.code, fault: said ? null : `${error.code} says no cause or no next step` };
}

function judged({ document, notices, findings }: Ingested): Verdict {
  const asRead = documentSchema.safeParse(document);
  if (!asRead.success) return { outcome: 'read', fault: `no document: ${asRead.error.message}` };
  const faults = notices.flatMap(({ head, records, findings: told }) => {
    const found = [...Object.values(records).flat(), ...told];
    return found.flatMap((record) => {
      const { start, end, quote } = record;
      if (start === null || end === null || quote === null) return [];
      if (head.text.slice(start, end) !== quote) return [`not grounded: ${JSON.stringify(record)}`];
      const outside =
        'evidence' in record ? record.evidence.filter((e) => e.start < 0 || e.end > head.text.length || e.start > e.end) : [];
      return outside.length > 0 ? [`evidence outside the text: ${JSON.stringify(record)}`] : [];
    });
  });
  const keys = notices.flatMap(({ records, findings: told }, n) =>
    [...Object.values(records).flat(), ...told].map(({ key }) => `${n} ${key}`),
  );
  if (new Set(keys).size < keys.length) faults.push('two records of one notice have one key');
  const fileKeys = findings.map(({ key }) => key);
  if (new Set(fileKeys).size < fileKeys.length) faults.push('two findings of the file have one key');
  return { outcome: 'read', fault: faults[0] ?? null };
}

/** The temporary files of this process that are there now; tests beside it have their own. */
export const leftBehind = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`gongbao-convert-${process.pid}-`));
