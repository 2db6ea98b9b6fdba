import type { TargetRead } from '../../schemas/index.js';
import type { Earlier } from '../define.js';
import { figureComparator, isAttributeHead, isClassHead } from '../grammar/figure-table.js';
import type { Notice } from '../notice.js';
import { doubtsOf, sureness } from '../sureness.js';
import { dateIssued } from './state.js';

const TARGET_TABLE = /(目标|预期|预测|规划|计划|任务分解)/;

/** A table of targets: its figures for the notice's own year and later. */
export function* fromTables(notice: Notice, earlier: Earlier): Generator<TargetRead> {
  const issued = Number(dateIssued(notice)?.slice(0, 4) ?? NaN);
  for (const table of notice.tables) {
    if (!TARGET_TABLE.test(table.title ?? '')) continue;
    for (const o of earlier.observations) {
      if (o.start < table.start || o.end > table.end || o.year === null || !(o.year >= issued)) continue;
      yield {
        indicator: o.indicator,
        scope: scopeOf(o),
        comparator: figureComparator(o.value_text),
        value: o.value,
        value_max: null,
        unit: o.unit,
        value_text: o.value_text,
        due: String(o.year),
        growth: null,
        direction: null,
        base_year: null,
        frequency: null,
        start: o.start,
        end: o.end,
        ...sureness('figure_in_target_table', ...doubtsOf(o)),
        evidence: [],
      };
    }
  }
}

/** Where and of what a figure is; not the class of its indicator, its kind (预期性) or who answers for it. */
function scopeOf({ labels, area }: Earlier['observations'][number]): string | null {
  const said = Object.entries(labels).flatMap(([head, text]) => (isAttributeHead(head) || isClassHead(head) ? [] : [text]));
  return [...said, ...(area === null ? [] : [area])].join(' ') || null;
}
