/**
 * Patterns whose time grows with the square of what they are matched against: they look from each of many openings (`（`, a digit, a
 * word) for an end that is not there. They are matched against a title, a heading, a name or the cell of a table, which nobody
 * writes by the thousand characters; a file made to stop them is refused when its time is up (`--timeout`). The list may only become shorter:
 * a new pattern of the kind fails its test, and one that is mended is to be struck off.
 */
export const KNOWN: ReadonlySet<string> = new Set([
  String.raw`(00)+$`, // cli/clusters/find.ts
  String.raw`[<[]([^>\]]+)[>\]]`, // cli/completion/words.ts
  String.raw`Allowed choices are (.+)\.$`, // cli/kit/usage.ts
  String.raw`^\/+|\/+$`, // cli/serve/settings.ts
  String.raw`[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,8}`, // extractors/grammar/contact-group.ts
  String.raw`(?:向|与|至|由)([\u4e00-\u9fa5（）]{2,30}?(?:局|委|办|室|科|处|股|厅|中心|部|院|会|司))(?:书面|实名|来信来电)?(?:联系|反映|提出|反馈|咨询)`, // extractors/grammar/contacts.ts
  String.raw`（.*）$`, // extractors/grammar/contacts.ts
  String.raw`([\u4e00-\u9fa5]{1,28}(?:政府|国务院|委员会|会议|主席|部|局|署|院|厅|委|会|行|国|府|政)(?:令|公告|通告))(?:（?((?:19|20)\d{2})(?:年|）))?第(\d{1,4})号`, // extractors/grammar/document-numbers.ts
  String.raw`(?:签发人|会签人?|签批盖章|核稿)：.*$`, // extractors/grammar/document-numbers.ts
  String.raw`(（[^）]*）)$`, // extractors/grammar/grades.ts
  String.raw`（[^）]*）$`, // extractors/grammar/names.ts
  String.raw`（[^）]*）`, // extractors/grammar/period.ts
  String.raw`（(?:单位：)?([^）]*[元币])）`, // extractors/grammar/project-table.ts
  String.raw`公示|(?:征求|听取|征集).{0,80}?(?:意见|建议)`, // extractors/grammar/publicity.ts
  String.raw`《[^》]*》`, // extractors/grammar/titles.ts
  String.raw`《[^》]*》|“[^”]*”`, // extractors/grammar/titles.ts
  String.raw`.{6,}的会议纪要$`, // extractors/grammar/titles.ts
  String.raw`^(.{2,}?(?:局|厅|委员会|(?<=.{2})委|政府办公室|政府办|委办公室|管委会))([\u4e00-\u9fa5]{2,8}(?:科|股|处))$`, // extractors/grammar/units.ts
  String.raw`(?:分?年度|目标|任务|计划|指标|分解|完成|情况|统计|一览|汇总|预测)*表?$`, // extractors/observations.ts
  String.raw`（[^）]*）|：$`, // extractors/ratings/scheme.ts
  String.raw`(\d+(?:\.\d+)?)分`, // extractors/ratings/subjects.ts
  String.raw`(?:得分?)?(\d+(?:\.\d+)?)分$`, // extractors/ratings/subjects.ts
  String.raw`(得分|总分|分数|成绩|分值|综合评分)(（.*）)?$`, // extractors/ratings/tables.ts
  String.raw`[，。；、].*$`, // extractors/targets/aim.ts
  String.raw`(等|列入[^，]*|纳入[^，]*|首批[^，]*|本批[^，]*|共?安排|清单的)$`, // extractors/targets/aim.ts
  String.raw`^的`, // extractors/targets/indicator.ts
  String.raw`(?<=.{3})用于.*$`, // extractors/targets/indicator.ts
  String.raw`.*(?:建设|培育|打造|创建|建立|引进|设立|组建|布局|发展)(.{2,24})$`, // extractors/targets/indicator.ts
  String.raw`（[^）]*$|（[^（）]*\d[^（）]*）$`, // extractors/targets/indicator.ts
  String.raw`[^，；：]*(?=[，；：]$)`, // extractors/targets/paragraph.ts
  String.raw`、[^，；：]{2,}$`, // extractors/targets/sizes.ts
  String.raw`(?:分年度|分地区|年度|各年度)*(?:主要|工作|发展|预期)*(?:目标|任务|指标|计划)*(?:分解|分配|安排|一览|情况|明细)*表?$`, // extractors/targets/tables.ts
  String.raw`\(\?<?[!=][^)]*\)`, // extractors/targets/words.ts
  String.raw`^(.{2,}?)(?:占|对).{2,}(?:比重|比例|份额|贡献率?)$`, // extractors/targets/words.ts
  String.raw`(?:成立|设立|组建|调整)((?:[^，。；：、,;:\s（）()《》的]|（[^）]*）){2,40}?领导小组)|([^，。；：、,;:\s（）()《》的]{4,40}?领导小组)(?:人员名单|组成人员|成员名单)`, // names/definitions.ts
  String.raw`[\p{Script=Han}]{2,30}?(?:局|厅|委员会|办公室)(?![\p{Script=Han}])`, // names/definitions.ts
  String.raw`政府$|政府（[^）]*）$|各地区?$|街道办事处$|[村居]）?民?委员会$`, // names/group-words.ts
  String.raw`单位(?:（[^）]*）)?$`, // names/groups.ts
  String.raw`（[^）]*）$`, // names/organs/local.ts
  String.raw`(?<=.{4})（[^）]*）$`, // names/whole-park.ts
  String.raw`(项目.{0,12}\d+个|\d+个.{0,12}项目|列入|清单|计划表)`, // pipeline/audit/cross-reference/amounts.ts
  String.raw`(\d+)个`, // pipeline/audit/cross-reference/amounts.ts
  String.raw`（.*$`, // pipeline/audit/declared-count/projects.ts
  String.raw`\d.*$`, // pipeline/audit/share.ts
  String.raw`\d+(?:\.\d+)+`, // pipeline/engines/libreoffice.ts
  String.raw`(?<=[（(][^〈〉<>（）()]{0,40})[〉>](?![^〈〉<>（）()]{0,40}[)）])`, // pipeline/read/ocr/mend.ts
  String.raw`^-?(\d{1,2}|[一二三四五六七八九十]{1,3})[.、．]\s*(.{3,})$`, // pipeline/segment/body.ts
  String.raw`(?:表|清单|名单|目录|名录|一览|汇总|台账|情况)(?:（.*）)?$`, // pipeline/segment/body.ts
  String.raw`[.．…·・]{3,}\d{0,4}$|(\.\s?){4,}\d{0,4}$`, // pipeline/segment/items.ts
  String.raw`^(0{2,}\d+|绝密|机密|秘密|特急|加急|平急|签发人：?.*|★.*)$`, // pipeline/segment/starts.ts
  String.raw`[。；！？《]|“[^”]{7,}”`, // pipeline/segment/starts.ts
  String.raw`(\d+(?:\.\d+)?)px`, // web/charts/measure.ts
]);

/**
 * Patterns that recheck holds for polynomial after trying strings on them, and that bounds make linear: each opening looks at a fixed
 * number of characters. The test that times all patterns times these too. Each with what bounds it.
 */
export const BOUNDED: ReadonlyMap<string, string> = new Map([
  [String.raw`\d{17}[Xx](?![A-Za-z\d])|\d{11,}|\d{3}([- ])\d{4}\1\d{4}`, '18 characters, or the digits that are taken'],
  [String.raw`^(.{2,80}?)(?:具体|主要|牵头)?(负责|牵头)(?!人|制|同志)(.{2,})$`, '80 places for the verb'],
  [
    String.raw`^([^：]{3,60}?)(?<![需主重必首只还想就若])要(?!求|素|点|件|闻|领|么|是|道|塞|害)(.{4,})$`,
    '60 places for the verb',
  ],
  [
    String.raw`([^，。；：、,;:\s（）()《》“”"]{4,60})[（(](?:以下|下文|下)?(?:统一|统|分别|均|合)?(?:简称|称)(?:为|作)?[：:]?([^）)\n]{2,40})[）)]`,
    '60 characters before the bracket, 40 in it',
  ],
  [String.raw`^(.+?)(?:管理委员会|管委会|(?<!监)管委)(办|办公室)?$`, 'one opening, the ending of a fixed length'],
  [String.raw`^[' ]+|(?<![' ])[' ]+$`, 'each run of spaces from its first only'],
  [
    String.raw`[\s\p{P}]+|(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})`,
    'what is taken, or one',
  ],
  [
    String.raw`(?<=[现特](?:将.{0,60})?(?:予以|进行)?)公示|(?<=[现特].{0,60})向社会.{0,10}征[求集]意见`,
    '60 characters before, 10 behind',
  ],
  [String.raw`(?:印发|公布|发布|下达|转发)(.{6,90}?)的(?:通知|函|决定|公告|通告)$`, '90 characters'],
  [String.raw`(?<!…|\.{3})(?:…|\.{3})+$`, 'each run of dots from its first three only'],
  [String.raw`[^，、；。\d]{1,20}?(?:占比?|占比为|占总数的?)(\d{1,3}(?:\.\d+)?)%(?=[，、；。]|$)`, '20 characters and a number'],
  [String.raw`^["']?[\w\u4e00-\u9fa5 .-]{1,40}["']?\s*[:=](?:\s|$)`, '40 places for the spaces'],
  [String.raw`\[\^[^\]\s]{1,40}\]`, '40 characters'],
  [
    String.raw`(?<![^\s])(?:"(?<a>(?:[^"]|"(?!\s|$))+)"|“(?<b>(?:[^”]|”(?!\s|$))+)”|＂(?<c>[^＂]+)＂)(?!\S)|(?<word>\S+)`,
    'a query of at most 1,000 characters',
  ],
]);
