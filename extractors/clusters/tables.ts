import type { ClusterRead, Evidence } from '../../schemas/index.js';
import { compact } from '../grammar/fold.js';
import { isClusterName, kindOfName } from '../grammar/names.js';
import { placeAt } from '../grammar/places.js';
import { headOf, heldCells } from '../grammar/table-head.js';
import type { Notice, NoticeTable, TableCell } from '../notice.js';
import { sureness } from '../sureness.js';
import { mentions } from './text.js';

/** The clusters that tables name: in a column of clusters, beside a label, else only with a place or park in front. */
export function* tableClusters(notice: Notice): Generator<ClusterRead> {
  for (const table of notice.tables) {
    if (table.toc) continue;
    yield* labelled(table);
    yield* columns(notice, table);
  }
}

const COLUMN = /集群(名称)?$/;
const LABEL = /^(?:产业)?集群名称$/;
/** A column that says which park each cluster of the table stands in. */
const PARK_COLUMN =
  /^(?:核心|依托|所在|承载|主要|主导|集聚)?(?:产业|工业|开发)?(?:园区|开发区|集聚区|核心区|承载区)(?:名称)?(?:（[^（）]{1,8}）)?$|^(?:依托|承载)(?:平台|载体)(?:名称)?$/;
/** A column that says where each cluster stands. */
const PLACE_COLUMN = /^(?:所在|所属)(?:地区?|区域|[省市县区州]{1,3}|县（市、区）|市（州）|设区市)$|^属地$/;
/** One park by name. */
const PARK_CELL = /^[^，、；。：\d]{2,30}(?:区|园|基地|新城|小镇)(?:（[^（）]{1,12}）)?$/;

/** A form: the label 集群名称 and the name in the cell to its right. */
function* labelled(table: NoticeTable): Generator<ClusterRead> {
  for (const row of table.rows)
    for (const [i, cell] of row.cells.entries()) {
      const value = LABEL.test(compact(cell.text).text) ? row.cells[i + 1] : undefined;
      if (value && isClusterName(value.text)) yield named(value);
    }
}

function* columns(notice: Notice, table: NoticeTable): Generator<ClusterRead> {
  const head = headOf(table);
  const heads = head?.columns ?? [];
  const parks = heads.findIndex((text) => PARK_COLUMN.test(text));
  const places = heads.findIndex((text) => PLACE_COLUMN.test(text));
  for (const row of table.rows.slice(head?.rows ?? 0))
    for (const cell of row.cells) {
      const inColumn = COLUMN.test(heads[cell.column] ?? '');
      if (inColumn && isClusterName(cell.text))
        yield { ...named(cell), evidence: [...parkBeside(table, cell.row, parks), ...placeBeside(table, cell.row, places)] };
      else if (cell.text.includes('集群'))
        yield* [...mentions(notice.text, compact(notice.text, cell.start, cell.end))].filter(nameInCell);
      else if (inColumn && isShortName(cell.text)) yield { ...named(cell), ...sureness('place_inside_name') };
    }
}

/** Where the row says which park its cluster stands in. */
function parkBeside(table: NoticeTable, row: number, column: number): Evidence[] {
  const cell = column < 0 ? undefined : heldCells(table, row)[column]?.cell;
  return cell && PARK_CELL.test(compact(cell.text).text) ? [{ field: 'park', start: cell.start, end: cell.end }] : [];
}

/** Where the row says in which place its cluster stands. */
function placeBeside(table: NoticeTable, row: number, column: number): Evidence[] {
  const cell = column < 0 ? undefined : heldCells(table, row)[column]?.cell;
  return cell && /^[\u4e00-\u9fa5]{2,20}$/.test(compact(cell.text).text)
    ? [{ field: 'place', start: cell.start, end: cell.end }]
    : [];
}

const named = ({ text, start, end }: TableCell): ClusterRead => ({
  name: text,
  start,
  end,
  ...sureness('cluster_column'),
  evidence: [],
});

/** In a cell of another column a name needs its place. */
const nameInCell = (found: ClusterRead): boolean =>
  found.reasons.some((r) => r === 'named_with_place' || r === 'place_inside_name' || r === 'listed_with_clusters');

/** `南康家具` in a column headed 产业集群, which says the rest of the name for all. */
const isShortName = (cell: string): boolean =>
  cell.length <= 20 && kindOfName(cell) === null && placeAt(cell) !== null && isClusterName(`${cell}产业集群`);
