const METADATA = /^(索\s*引\s*号|主题分类|发布机构|文\s*号|发布日期|有\s*效\s*性)：/;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('“', '&ldquo;');

/** A portal's page around the given article: navigation, tools, a trail, links to other pages, a foot. */
export function portal(article: string, { charset = 'utf-8', above = '' } = {}): string {
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="${charset}"><title>某某市人民政府门户网站</title><style>p { text-indent: 2em }</style></head>
<body>
<form action="/search"><input type="text" value="请输入关键词"><select><option>全站</option></select><button>搜索</button></form>
<div class="top"><ul><li><a href="/">网站首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/bsfw">办事服务</a></li></ul></div>
<nav><a href="/a">走进某某</a> <a href="/b">互动交流</a></nav>
<div class="trail">您现在的位置： <a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/zcwj">政策文件</a></div>
<div class="wrap">
${above}
<div class="tools">字号：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ] <a href="#">打印</a> <span>分享到：</span></div>
<div class="text">${article}</div>
<div class="more"><p>上一篇：<a href="1.html">关于印发某某市优化营商环境行动方案的通知</a></p>
<p>下一篇：<a href="2.html">关于加快推进某某市新型工业化的实施意见</a></p></div>
</div>
<aside><h3>热点推荐</h3><ul><li><a href="3.html">某某市召开工业强市大会</a></li></ul></aside>
<div style="display: none">浏览量统计不应出现在正文中，也不应出现在别处。</div>
<footer>主办：某某市人民政府办公室 网站标识码：1234567890 <a href="/map">网站地图</a></footer>
<script>document.write('脚本里的文字');</script>
</body></html>`;
}

/** A text notice as a portal shows it: metadata block and headline first, its paragraphs and tables as elements. */
export function asWebPage(text: string): string {
  const lines = text.split(/\r?\n/);
  const metadata = lines.filter((line) => METADATA.test(line));
  const rest = lines.filter((line) => !METADATA.test(line) && !CHROME.test(line.trim()));
  const cells = metadata
    .map((line) => line.split('：'))
    .map(([label = '', value = '']) => `<th>${label}：</th><td>${value}</td>`);
  const above = metadata.length === 0 ? '' : `<table class="meta">${cells.map((cell) => `<tr>${cell}</tr>`).join('\n')}</table>`;
  return portal(elements(rest).join('\n'), { above });
}

const CHROME =
  /^(.{2,8}市人民政府门户网站|网站首页.*|无障碍浏览.*|请输入关键词.*|热门搜索.*|您现在的位置.*|字号：.*|来源：.*|扫一扫.*|【打印.*)$/;

function elements(lines: readonly string[]): string[] {
  const found: string[] = [];
  let rows: string[] = [];
  const close = (): void => {
    if (rows.length > 0) found.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const line of lines) {
    if (line.includes('\t')) {
      const cells = line.split('\t').map((cell) => `<td><p>${escaped(cell)}</p></td>`);
      rows.push(`<tr>${cells.join('')}</tr>`);
      continue;
    }
    close();
    const heading = /^(#{1,6})\s*(.+)$/.exec(line);
    const level = heading?.[1]?.length ?? 0;
    if (heading !== null) found.push(`<h${level}>${escaped(heading[2] ?? '')}</h${level}>`);
    else if (line.trim() !== '') found.push(`<p><span style="font-size: 16pt">${escaped(line)}</span></p>`);
  }
  close();
  return found;
}
