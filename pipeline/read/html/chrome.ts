import { ANY_METADATA_LABEL } from '../../../corpus/lexicon/metadata-labels.js';

const LABEL = new RegExp(`^[【[]?${ANY_METADATA_LABEL}[】\\]]?(?:[：:](.*))?$`);
/** Lines of a page's tools and trails. */
const CHROME =
  /^(?:(?:您|你)?(?:的)?(?:当前|现在|所在|的)*位置[：:]?|首页[>＞»/|]|(?:网站)?首页$|上一[篇条页][：:]?|下一[篇条页][：:]?|相关(?:链接|文章|阅读|新闻|信息|解读|文件|稿件|政策)|推荐阅读|热点|友情链接|[【[〖]?(?:打印|关闭|收藏|分享|字号|字体|繁体|简体)|分享[到至]|(?:微信)?扫一扫|扫码|返回(?:顶部|首页|列表|上一级)|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:数|率|量|次数)|访问量|责任编辑[：:]|[（(【[]?(?:责任)?(?:编辑|责编|审核|校对|排版)[：:].{0,30}[）)】\]]?$|[【[]?(?:纠错|我要纠错|责任编辑)|视力保护色|无障碍|长者助手|适老|朗读|语音播报|智能(?:客服|问答)|政策(?:原文|解读|问答|图解)(?:[：:|]|$)|一图读懂|解读(?:链接|文件)|附件下载[：:]?$|网友评论|请登录后|阅读原文|轻触阅读原文|继续滑动看下一个|喜欢此内容的人还喜欢|微信扫|关注该公众号|预览时标签不可点|声明[：:].{0,20}(?:转载|本网|本站)|T[+-]T?[+-]?$|[[（(【〖]?大[^一-龥]{0,4}中[^一-龥]{0,4}小[^一-龥]{0,3}$)/i;
/** Page numbers under an article that goes on over several pages. */
const PAGER = /^(?:首页|上一?页|下一?页|前一页|后一页|尾页|末页|第?(?<!\d)\d+(?!\d)页?|共\d{1,3}页|跳转?到?|[<>«»‹›…|[\]/])+$/;
const RELATED =
  /^(?:相关(?:链接|文章|阅读|新闻|信息|解读|稿件|政策)|推荐阅读|延伸阅读|热点(?:新闻|推荐)?|猜你喜欢|友情链接|上一[篇条]|下一[篇条])/;
/** What only the foot of a site has. */
const FOOT =
  /(?:ICP备|ICP证|公网安备|网站标识码|版权所有|CopyRight|©|AllRightsReserved|建议使用.{0,20}(?:浏览器|分辨率)|技术支持[：:]|(?:网站|站点)地图|您是第.{0,12}位)/i;
/** What stands there beside it, and elsewhere too. */
const FOOT_NEIGHBOUR =
  /^(?:主办|承办|协办|主管|主办单位|承办单位|地址|联系地址|邮编|电话|联系电话|传真|关于我们|联系我们|备案号)[：:|]?/;
/** The line under a headline that says when, whence and how often the page was looked at. */
const INFO = /(?:来源|浏览|点击|阅读|访问|字号|字体|作者|信息员)[：:次量数]/;
const INFO_ALONE =
  /^(?:(?:信息|文章|稿件|新闻)?来源|作者|供稿|(?:更新|发稿|录入)(?:时间|日期)|时间)[：:].{0,40}$|^\d{4}-\d{1,2}-\d{1,2}\d{0,2}[：:]?\d{0,2}(?:[：:]\d\d)?(?:来源.{0,30}|阅读.{0,20})?$/;
const NOT_INFO = /(?:文号|字号[：:].{2,12}〔|索引号|成文日期)/;

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
  if (short.length > LONGEST_LINE || /[。；]$/.test(short)) return /^(?:[（(【]?责任编辑|声明[：:]本[网站])/.test(short);
  return CHROME.test(short) || PAGER.test(short) || isInfoLine(text) || isOnlyLink(text, linked);
}

/** True for the line under a headline that tells of the page, not of the notice. */
export function isInfoLine(text: string): boolean {
  const short = bare(text);
  if (short.length > LONGEST_LINE || /[。；]/.test(short) || NOT_INFO.test(short)) return false;
  return INFO_ALONE.test(short) || (INFO.test(short) && /(?:时间|日期|发布|更新|来源)[：:]/.test(short));
}

/** True for a line that only the foot of a site has. */
export const isFoot = (text: string): boolean => bare(text).length <= 2 * LONGEST_LINE && FOOT.test(bare(text));

/** True for a line that belongs to the foot of a site where one that only it has stands below. */
export const isFootNeighbour = (text: string): boolean => isFoot(text) || FOOT_NEIGHBOUR.test(bare(text));

/** True for a line that is no running text, however long: of the metadata block or the foot. */
export const isBesideText = (text: string): boolean => isMetadata(text) || isFoot(text);

/** True for a short line that is nothing but a link to another page, and neither a tool nor an attachment. */
export function isOnlyLink(text: string, linked: number): boolean {
  const short = bare(text);
  if (short.length > LONGEST_LINE || /[。；]$/.test(short) || CHROME.test(short) || PAGER.test(short)) return false;
  return linked >= 0.8 * short.length && !/^(?:附件|附表|附：)/.test(short);
}

/** True for the line over links to other pages: what follows in its part of the page is not the notice. */
export const beginsRelated = (text: string): boolean => bare(text).length <= 60 && RELATED.test(bare(text));

const TITLE =
  /(?:通知|通报|通告|公告|公示|意见|方案|决定|决议|批复|函|办法|规定|细则|规划|计划|纲要|条例|措施|清单|名单|目录|公报|令)(?:[（(].{1,20}[）)])?[》”]?$/;
const NUMBER = /[〔[［(（【]\d{4}[〕\]］)）】].{0,6}\d+号$|^第?\d+号$/;

/** True for a line that ends as titles of notices do. */
export const isTitle = (text: string): boolean => bare(text).length <= 120 && TITLE.test(bare(text));

/** True for what may stand above the article and belong to it: its title, its number, the letterhead. */
export function isHeadMatter(text: string): boolean {
  const short = bare(text);
  return short.length <= 120 && (TITLE.test(short) || NUMBER.test(short) || /^.{2,30}文件$/.test(short));
}

/** True where one of two lines holds the other, blanks aside. */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return Math.min(x.length, y.length) >= 6 && (x.includes(y) || y.includes(x));
}
