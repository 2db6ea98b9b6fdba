import { pageEdges, runningHeads } from './edges.js';
import type { Line } from './lines.js';

/** Why a line is no part of the running text. */
export type AsideReason = 'page_number' | 'running_head' | 'web_chrome' | 'seal' | 'watermark';

const DASHES = '[-\u2010-\u2015\u2212\u2500－·•・∙~～∼*|]+';
const NUMBER = '(?:\\d{1,4}|[ivxlc]{1,8})';
const COUNT = '(?:\\d{1,4}|[一二三四五六七八九十百〇零]{1,6})';
/** Forms that only a page number has, folded and without blanks. */
const PAGE_NUMBER = new RegExp(
  `^(?:${[
    `${DASHES}${NUMBER}${DASHES}`,
    `第${COUNT}页(?:[,，/／、|]?(?:[（(]?共${COUNT}页[）)]?))?`,
    `共${COUNT}页[,，/／、|]?第${COUNT}页`,
    '\\d{1,4}[/／]\\d{1,4}',
    '[-—]\\d{1,3}[-—]?',
    `page${NUMBER}(?:of\\d{1,4}|/\\d{1,4})?`,
    '\\d{1,4}of\\d{1,4}',
  ].join('|')})$`,
  'i',
);
/** Forms that are a page number where they stand at the edge of a page. */
const AT_EDGE = /^(?:\d{1,4}|[ivxlc]{1,8}|[（([〔【]\d{1,4}[）)\]〕】]|p\.?\d{1,4})$/i;

/** Whole lines that only a web page has. Words and shapes of navigation, tools and footers; never a sentence. */
const WEB_CHROME: readonly RegExp[] = [
  /^(您的?)?(当前|现在)(所在)?的?位置([：>]|$|.{0,3}(首页|主页))/,
  /^(您)?(所在|现在的)位置[：>]/,
  /^(网站)?(首页|主页)([>＞»/|·]|$)/,
  // the bar of a portal's sections: 首页 机构概况 新闻动态 政务公开
  /^(网站)?(首页|主页)((机构|新闻|要闻|政务|政府|信息|办事|互动|专题|专栏|走进|魅力|公众|网上|解读|政策|数据|党建|组织|领导|业务|服务|投资|营商|通知|公告|联系|交流|参与|概况|概览|职能|动态|中心|公开|大厅|开放|法规|文件|公示|回应|我们|之窗|工作|建设|资讯|发布|监督){2})+$/,
  /^(来源|信息来源|文章来源|稿件来源)：.{0,40}(日期|发布时间|时间|点击|浏览|字号|作者)[：:]?/,
  /^来源：[^，。；]{2,30}$/,
  /^(发布|更新|发文)(时间|日期)：?\d{4}[-年./]\d{1,2}[-月./]\d{1,2}.{0,40}$/,
  /^\d{4}-\d{1,2}-\d{1,2}.{0,4}来源：.{0,40}$/,
  /^(浏览次数|阅读次数|点击(数|次数|量)?|访问量|字号|字体|视力保护色|打印(本页)?|关闭(窗口|本页)?|收藏|分享(到|至)?|扫一扫.*|返回顶部|上一篇|下一篇|相关(链接|文章|阅读|文件|附件下载)|责任编辑|编辑|审核)(：.{0,30})?$/,
  /^([（]?((打印|关闭|收藏)(本页|此页|页面|窗口|本文|正文|文章)?|字[体号]：?[大中小|/（）]*(?![大中小|/（）])|大中小)[）]?[|/]?)+$/,
  /^[（]?(大|中|小)[）]?([|/]?[（]?(大|中|小)[）]?)*$/,
  /^(版权所有|主办：|承办：|主办单位：[^；]*(承办|网站|备案|地址|电话|版权)|技术支持：|网站标识码|政府网站标识码|网站地图|联系我们|站点地图|隐私(声明|保护))/,
  /^(无障碍(浏览|阅读)?|繁体(版)?|简体(版)?|English|Network|Home|登录|注册|搜索)([|/·（].{0,30})?$/,
  /^.{0,4}(ICP|icp)(备|证)?.{0,30}$/,
  /^.{0,2}公网安备.{0,25}$/,
  /^(微信|微博|手机版|移动端|客户端|政务新媒体)(公众号)?$/,
];

/** True for a line that belongs to a web page around the notice. */
export function isWebChrome(line: Line): boolean {
  if (line.bare.length > 80 || /[。；]$/.test(line.bare)) return false;
  return WEB_CHROME.some((p) => p.test(line.bare));
}

/** True for a line that is a page number, by its form; a bare number counts only at the edge of a page. */
export function isPageNumber(line: Line, atPageEdge: boolean): boolean {
  return PAGE_NUMBER.test(line.bare) || (atPageEdge && AT_EDGE.test(line.bare));
}

/** Sorts the document's lines into running text and what stands around it. */
export function setAside(lines: readonly Line[], pages: number | null): Map<Line, AsideReason> {
  const aside = new Map<Line, AsideReason>();
  const edges = pageEdges(lines);
  const heads = pages === null ? new Set<Line>() : runningHeads(edges, lines, pages);
  for (const line of lines) {
    if (line.role === 'seal' || line.role === 'watermark') aside.set(line, line.role);
    else if (isPageNumber(line, edges.has(line) && line.page !== null)) aside.set(line, 'page_number');
    else if (heads.has(line)) aside.set(line, 'running_head');
    else if (isWebChrome(line)) aside.set(line, 'web_chrome');
  }
  return aside;
}
