import { signedDate } from './dates.js';

/** What the line beside or above a table's head says: who made the table, when, and what its figures count; null what it leaves out. */
export interface Caption {
  organ: string | null;
  date: string | null;
  unit: string | null;
}

const UNIT = /^（?(?:计量|金额|货币|资金|投资)?单位：([^：）]{1,12})）?$/;
/** Who made a list is who issues it; who fills in or hands in a form is not. */
const MADE_BY = /^（?(?:编制|制表|发布|公布|公开)(?:单位|部门|机关)：([^：（）]{3,40})）?$/;
const HANDED_IN_BY =
  /^（?(?:填报|填表|上报|报送|报表|统计|汇总|审核)(?:单位|部门|机关|人|单位（盖章）)(?:（(?:盖章|公章|签字)）)?：/;
const DATED = /^（?(?:(?:编制|制表|填报|填表|上报|报送|发布|公布|公开|统计|更新)(?:时间|日期)：|截至|截止)?(.{8,12}?)）?$/;
const HAS_DATE = /^(?:编制|制表|发布|公布|公开)|^\d|^二/;

/**
 * The caption whose compact pieces are given: `编制单位：抚河市工信局`, `2026年3月12日`, `单位：万元` in any order. Null where a piece is
 * none of these, or nothing says a unit or who made it.
 */
export function captionOf(pieces: readonly string[]): Caption | null {
  const caption: Caption = { organ: null, date: null, unit: null };
  let forms = 0;
  for (const piece of pieces) {
    const [unit, organ, date] = [UNIT.exec(piece)?.[1], MADE_BY.exec(piece)?.[1], signedDate(DATED.exec(piece)?.[1] ?? '')];
    if (unit !== undefined) caption.unit = unit;
    else if (organ !== undefined) caption.organ = organ;
    else if (date !== null) caption.date = HAS_DATE.test(piece.replace(/^（/, '')) ? date : caption.date;
    else if (HANDED_IN_BY.test(piece)) forms++;
    else return null;
  }
  return caption.unit !== null || caption.organ !== null || forms > 0 ? caption : null;
}
