import type { Store } from '../output/index.js';

/** Upper ends of the buckets that answers are counted in, in seconds. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Series {
  count: number;
  seconds: number;
  buckets: number[];
}

/** Counts the answers of a server, for Prometheus (text exposition format 0.0.4). */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Series>();

  /** `route` is an address as its definition has it, so that there are no more series than definitions. */
  answered(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${label(method)}",route="${label(route)}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    const series = this.#durations.get(route) ?? { count: 0, seconds: 0, buckets: BUCKETS.map(() => 0) };
    series.count += 1;
    series.seconds += seconds;
    series.buckets = series.buckets.map((count, i) => count + Number(seconds <= (BUCKETS[i] ?? 0)));
    this.#durations.set(route, series);
  }

  /** All series as text; `counts` are those of the store, `exports` the files on their way out. */
  text(
    counts: Awaited<ReturnType<Store['counts']>>,
    { exports, version, ready }: { exports: number; version: string; ready: boolean | undefined },
  ): string {
    const lines = [
      ...family('gongbao_info', 'gauge', 'the program', [`{version="${label(version)}"} 1`]),
      ...family(
        'gongbao_http_requests_total',
        'counter',
        'requests answered',
        [...this.#requests].map(([labels, count]) => `{${labels}} ${count}`),
      ),
      ...histogram([...this.#durations]),
      ...(ready === undefined
        ? []
        : family('gongbao_ready', 'gauge', 'whether totals over the whole store are worked out', [` ${Number(ready)}`])),
      ...ofProcess(),
      ...family('gongbao_exports_running', 'gauge', 'files on their way out', [` ${exports}`]),
      ...family(
        'gongbao_store_records',
        'gauge',
        'what the store holds, by type',
        Object.entries(counts).map(([type, count]) => `{type="${label(type)}"} ${count}`),
      ),
    ];
    return `${lines.join('\n')}\n`;
  }
}

/** What Prometheus knows of every program, under the names that it has for it. */
function ofProcess(): string[] {
  const { user, system } = process.cpuUsage();
  return [
    ...family('process_cpu_seconds_total', 'counter', 'processor time, of all threads', [` ${(user + system) / 1e6}`]),
    ...family('process_resident_memory_bytes', 'gauge', 'memory that the program holds', [` ${process.memoryUsage.rss()}`]),
  ];
}

const DURATION = 'gongbao_http_request_duration_seconds';

function histogram(all: readonly [route: string, series: Series][]): string[] {
  const samples = all.flatMap(([route, { count, seconds, buckets }]) => {
    const at = `route="${label(route)}"`;
    return [
      ...buckets.map((each, i) => `_bucket{${at},le="${BUCKETS[i] ?? ''}"} ${each}`),
      `_bucket{${at},le="+Inf"} ${count}`,
      `_sum{${at}} ${seconds}`,
      `_count{${at}} ${count}`,
    ];
  });
  return family(DURATION, 'histogram', 'seconds until the answer began', samples);
}

function family(name: string, type: string, help: string, samples: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => name + sample)];
}

/** A value between quotation marks. */
function label(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
