/** Words about grades. Patterns are built from these lists; an entry may hold a regular expression's signs. */

/** Grades as notices give them, longer ones before those they hold; a grade is the word as written. */
export const GRADES: readonly string[] = [
  '不合格',
  '基本合格',
  '优秀',
  '优良',
  '良好',
  '较好',
  '合格',
  '一般',
  '较差',
  '不达标',
  '未达标',
  '基本达标',
  '达标',
  '未通过',
  '优胜奖',
  '优胜',
  '[一二三四五]星级',
  '[一二三四五]星',
  '[A-E]{1,4}[+-]?(?:[级类档]|等(?!次|级))',
  '[A-E]{1,3}[+-]?(?=等次|等级)',
  '特等奖',
  '[一二三]等奖',
  '(?<!统)[一二三四]等(?!奖)',
  '优秀奖',
  '第?[一二三四五]档',
  '第[一二三四五]梯队',
  '[一二三四]类',
  '[一二三四]级',
  '示范级',
  '培育级',
  '成长级',
  '领航级',
  '优势级',
  '标杆级',
  '金奖',
  '银奖',
  '铜奖',
  '(?<![红黑黄])[红黑黄蓝绿橙白]榜(?!单)',
  '[红黄]牌(?!警)',
  '(?<![正镶星])[红蓝黄黑白绿]旗(?![区镇乡村街路社河渠轿汽品牌集车单手产工])',
];

/** Grades that are verbs in running text: only a cell, a bracket or a label that is nothing else gives them. */
export const VERBAL_GRADES: readonly string[] = ['限期整改', '责令整改', '待改进', '待整改', '黄牌警告', '红牌警告'];

/** What makes another word of a grade when it stands behind: 合格率, 优秀企业. */
export const NO_GRADE_BEFORE: readonly string[] = [
  '率',
  '线',
  '证',
  '产品',
  '企业',
  '案例',
  '项目',
  '干部',
  '人才',
  '教师',
  '青年',
  '员工',
  '作品',
  '成果',
  '经验',
  '做法',
  '传统',
  '文化',
  '民营',
  '品牌',
  '组织奖',
  '开局',
  '习惯',
  '环境',
  '氛围',
];

/** Grades that a cell or a heading may hold by itself, and that mean nothing in running text. */
export const BARE_GRADES: readonly string[] = [
  '好',
  '差',
  '优',
  '良',
  '中',
  '示范',
  '培育',
  '成长',
  '标杆',
  '拟?通过',
  '拟?不通过',
  '备案',
  '[A-E]{1,3}[+-]?',
];

/** An honour is one of these words and one of those that it is given to: 示范园区, 先进单位. */
export const HONOUR_WORDS: readonly string[] = ['示范', '标杆', '样板', '先进', '优秀', '进步', '突出', '十强', '百强'];
export const HONOURED: readonly string[] = [
  '(?:产业|工业)?园区',
  '开发区',
  '基地',
  '(?:县|市|区|县区|市县|设区市)（[市县区、]{1,5}）',
  '县市区',
  '县区',
  '区县',
  '县',
  '市',
  '区',
  '乡镇',
  '镇',
  '街道',
  '单位',
  '集体',
  '(?:产业)?集群',
  '企业',
];

/** Verbs and nouns that give a grade to what stands in front of them; 为 alone and the like need a list right in front. */
export const GIVING_VERBS: readonly string[] = [
  '(?:被)?评[定选]?为',
  '(?:被)?(?:认定|确定|核定|列|定|命名|通报)为',
  '(?:由[^，。]{2,6}?)?(?:调整|晋升|晋级|升级|提升|上升|升|降)为',
  '获评为?',
  '荣获',
  '获得',
  '获',
  '(?:被)?授予',
  '(?:被)?(?:列入|纳入|登上|荣登|进入|跌入)',
  '被亮',
  '达到',
  '为',
  '是',
];

/** What stands between the subjects and the verb, and says no more. */
export const BETWEEN: readonly string[] = [
  '等\\d+(?:个|家)[^，。；]{0,12}',
  '\\d+(?:个|家)[^，。；\\d]{0,12}',
  '[一二三四五六七八九十两]+个(?:县|市|区|园区|开发区|集群|产业集群)+',
  '的?(?:综合)?(?:年度)?(?:评价|考核|考评|评估|评定|复核|认定|测评)?(?:结果|等次|等级|成绩|档次|星级|类别)',
  '(?:年度)?(?:综合)?(?:评价|考核|考评|评估|评定|复核)',
  '首次参评',
  '首次',
  '再次',
  '继续',
  '成功',
  '顺利',
  '[即也仍均都]',
  '分别',
];

/** What leads up to the subjects of a grade. */
export const SUBJECT_LEADS: readonly string[] = [
  '市政府决定',
  '省政府决定',
  '县政府决定',
  '决定',
  '同意',
  '现',
  '其中',
  '[^、，。；（）]{0,24}?(?:[前后第][一二两三四五六七八九十\\d]{1,3}[名位家个]?|靠[前后]|前列|末位)的',
  '[^，。；：、]{0,10}(?:评价|考核|评估)(?:结果|情况)(?:如下)?：',
  '(?:对|将|把|给予|授予|认定|评定|评|确定|核定|命名|通报表扬|表彰)',
];

/** What makes a sentence one about grades to come, of others, or of another time. */
export const NOT_GIVEN: readonly string[] = [
  '拟',
  '力争',
  '争取',
  '争创',
  '申报',
  '申请',
  '推荐',
  '建议',
  '预计',
  '可(?:申请|认定|评|直接)',
  '应当',
  '如果',
  '凡',
  '连续[两二三四五]',
  '一年',
  '上年度?',
  '上一年度?',
  '往年',
  '去年',
  '标准',
  '条件',
  '比例',
  '不超过',
  '不得',
  '原则上',
];

/** What a notice that gives grades has in its title. */
export const RATING_TITLES =
  /评价|考核|评定|评估|评选|评比|认定|表彰|表扬|通报|公布|命名|授予|名单|结果|复核|排名|大赛|竞赛|星级|先进|示范/;

/** Names that end like those of places and are none. */
export const NO_REGIONS =
  /(?:社区|景区|小区|校区|厂区|库区|灌区|牧区|辖区|片区|服务区|功能区|超市|上市|门市|夜市)$|(?:^|[主老新]|中心|建成)城区$|(?:^|[大小]|中心|沿海|试点|示范|节点|文明|智慧|创新|卫生|园林)城市$|(?:城市|市场|监督|交通|公路|水务|综合|房产|税务)管理局$/;

/** Places and parks at large, that no grade is given to: 各县（市、区）, 其他开发区. */
export const AT_LARGE =
  /^(?:各|其他|其余|有关|相关|所有|部分|本|全|该|上述|以上|以下|先进|示范|优秀|良好|合格|获奖|参评|重点|特色|国家级|省级|市级|县级|\d+(?!\d)个?|[一二两三四五六七八九十]+(?![一二两三四五六七八九十])个?)*(?:省|市|县|区|市州|州|乡镇|镇|街道|市县|县区|县市区|区县|设区市|县（市）|县（区）|县（市、区）|市（县、区）|市（州）|园区|开发区|工业园区?|产业园区?|集群|产业集群)$/;

/** Columns of grades that are not those given: of another year, claimed or aimed at. */
export const OTHER_GRADES = /上年|上一年|往年|目标|自评|自查|申报|推荐|原/;

/** Rows that sum up and rate nothing. */
export const NO_SUBJECTS = /合计|总计|小计|平均|^全[省市县区国]|^无$|^[-—]+$/;
