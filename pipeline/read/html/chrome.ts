import { ANY_METADATA_LABEL } from '../../../corpus/lexicon/metadata-labels.js';

const LABEL = new RegExp(`^${ANY_METADATA_LABEL}(?:[：:](.*))?$`);
/** Lines of a page's tools and trails. */
const CHROME =
  /^(?:(?:您|你)?(?:的)?(?:当前|现在|所在|的)*位置[：:]?|首页[>＞»/|]|上一[篇条页][：:]?|下一[篇条页][：:]?|相关(?:链接|文章|阅读|新闻|信息|解读|文件|稿件|政策)|推荐阅读|热点|【?(?:打印|关闭|收藏|分享|字号|字体)|分享到|扫一扫|返回(?:顶部|首页|列表)|浏览(?:次数|量)|点击(?:数|率)|版权所有|主办单位|网站标识码|技术支持|.{0,4}ICP备|责任编辑[：:]|视力保护色)/i;
const RELATED =
  /^(?:相关(?:链接|文章|阅读|新闻|信息|解读|稿件|政策)|推荐阅读|延伸阅读|热点(?:新闻|推荐)?|猜你喜欢|上一[篇条]|下一[篇条])/;

const bare = (text: string): string => text.replace(/\s/g, '');

/** True for a line of the metadata block. */
export const isMetadata = (text: string): boolean => LABEL.test(bare(text));

/** True for a label of the metadata block whose value stands elsewhere. */
export function isLoneLabel(text: string): boolean {
  const found = LABEL.exec(bare(text));
  return found !== null && (found[1] ?? '') === '' && (/[：:]$/.test(text.trim()) || bare(text).length <= 6);
}

const LONGEST_LINE = 80;

/** True for a short line of tools, trails or links to other pages. */
export function isChrome(text: string, linked: number): boolean {
  const short = bare(text);
  if (short.length > LONGEST_LINE || /[。；]$/.test(short)) return false;
  return CHROME.test(short) || isOnlyLink(text, linked);
}

/** True for a short line that is nothing but a link to another page, and neither a tool nor an attachment. */
export function isOnlyLink(text: string, linked: number): boolean {
  const short = bare(text);
  if (short.length > LONGEST_LINE || /[。；]$/.test(short) || CHROME.test(short)) return false;
  return linked >= 0.8 * short.length && !/^(?:附件|附表|附：)/.test(short);
}

/** True for the line over links to other pages: what follows in its part of the page is not the notice. */
export const beginsRelated = (text: string): boolean => bare(text).length <= 60 && RELATED.test(bare(text));

const TITLE =
  /(?:通知|通报|通告|公告|公示|意见|方案|决定|决议|批复|函|办法|规定|细则|规划|计划|纲要|条例|措施|清单|名单|目录|公报|令)(?:[（(].{1,20}[）)])?[》”]?$/;
const NUMBER = /[〔[［(（【]\d{4}[〕\]］)）】].{0,6}\d+号$|^第?\d+号$/;

/** True for what may stand above the article and belong to it: its title, its number, the letterhead. */
export function isHeadMatter(text: string): boolean {
  const short = bare(text);
  return short.length <= 120 && (TITLE.test(short) || NUMBER.test(short) || /^.{2,30}文件$/.test(short));
}
