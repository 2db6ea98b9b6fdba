import { classesOf } from './styles.js';
import { attribute, childElements, type Element } from './tree.js';

/** Names that content systems give to the element around an article: TRS, UCAP (开普), 大汉, 博达 and others. */
const ARTICLE_IDS =
  /^(?:ucap-?content|zoom|zoomcon|vsb_content(?:_\w+)?|js_content|articlecontent|article-?con(?:tent)?|detail-?content|news-?content|textcontent|conttext|fontzoom|mainbody|bodycontent)$/i;
const ARTICLE_CLASSES =
  /^(?:trs_editor|view|trs_uedit?or|pages_content|v_news_content|ucap-?content|rich_media_content|article-?con(?:tent)?|article_body|art_con|news_cont?(?:ent)?|detail-?content|bt_content|xxgk_content|zoom_?con|text-?content|content_txt)$/i;
const ARTICLE_TAGS = /^ucapcontent$/;

/** Names of parts of a page that are never the article. */
const CHROME_NAMES =
  /^(?:.*[-_])?(?:nav|navbar|navigation|menu|crumbs?|breadcrumb\w*|location|weizhi|wzdh|dqwz|share\w*|bdsharebuttonbox|fenxiang|ewm\w*|qr|qr-?code|erweima|foot|footer|footer\w*|bottom-?(?:nav|link|bar|tools?)|copyright|copy_?right|banquan|sidebar|side-?bar|aside|related\w*|xgwj|xgjd|xgzc|xgyd|xglink|zcjd|relate-?(?:news|doc|link)|recommend\w*|hot-?news|tuijian|friend-?links?|yqlj|links|comments?|pinglun|robot|znwd|zhineng|kefu|chat|toolbar|tool-?bar|gjl|search(?:-?(?:bar|box))?|login|languages?|prev-?next|pre-?next|sxp|shangxia|wza|read-?bar|accessib\w*|pop-?up|modal|float-?\w*|advert\w*|banner|tags?|reward|praise|zan|print\w*|fontsize|font-?size)(?:[-_]?(?:box|wrap|wrapper|con|div|area|block|list|left|right|top))?\d*$/i;

/** True for an element that its content system names as the article's. */
export function isNamedArticle(element: Element): boolean {
  return (
    ARTICLE_TAGS.test(element.tagName) ||
    ARTICLE_IDS.test(attribute(element, 'id')) ||
    classesOf(element).some((name) => ARTICLE_CLASSES.test(name))
  );
}

/** True for a part of the page that is named as one of its tools, trails or lists of links. */
export function isNamedChrome(element: Element): boolean {
  if (!/^(div|ul|ol|dl|section|p|span|form|table|td|header|aside|a)$/.test(element.tagName)) return false;
  return [attribute(element, 'id'), ...classesOf(element)].some((name) => name !== '' && CHROME_NAMES.test(name));
}

/** All elements under `root`, itself included, that `matches`; those within one that matches are not looked at. */
export function outermost(root: Element, matches: (element: Element) => boolean): Element[] {
  if (matches(root)) return [root];
  return childElements(root).flatMap((child) => outermost(child, matches));
}
