/** Colours of the types: a line under the words, and a tint when the words or the entry are the one that was gone to. */
const COLOURS: Record<string, string> = {
  obligations: '#1d5fa8',
  targets: '#a35200',
  clusters: '#2f7a3d',
  ratings: '#8a3a8f',
  projects: '#0b7a75',
  observations: '#6b6f76',
  findings: '#b3261e',
};

const ofTypes = Object.entries(COLOURS)
  .map(
    ([type, colour]) =>
      `.${type}{--c:${colour}}body:has(#show-${type}:not(:checked)) .m.${type}{border-color:transparent;background:none}body:has(#show-${type}:not(:checked)) .m.${type}>.n{display:none}`,
  )
  .join('\n');

/** The report's own style: no font, picture or script from anywhere. */
export const STYLE = `
:root{color-scheme:light;--ink:#1b2330;--soft:#5a6472;--line:#dde2ea;--paper:#fff;--ground:#f4f6f9}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif}
a{color:inherit}
header{background:var(--paper);border-bottom:3px solid #b3261e;padding:2rem clamp(1rem,4vw,3rem) 1.4rem}
h1{font-size:clamp(1.25rem,2.6vw,1.8rem);line-height:1.45;margin:0 0 1rem;max-width:46em;text-wrap:balance}
header dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.35rem 2rem;margin:0}
header dl div{display:grid;grid-template-columns:6.5em 1fr}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.legend{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1.1rem;background:var(--paper);border-bottom:1px solid var(--line);padding:.55rem clamp(1rem,4vw,3rem);font-size:.9rem}
.legend label{display:inline-flex;align-items:center;gap:.4em;white-space:nowrap;cursor:pointer}
.legend a{color:var(--soft)}
.dot{width:.75em;height:.75em;border-radius:50%;background:var(--c);display:inline-block;flex:none}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(20rem,27rem);gap:1.6rem;padding:1.6rem clamp(1rem,4vw,3rem);align-items:start;max-width:100rem;margin:auto}
article,aside section{background:var(--paper);border:1px solid var(--line);border-radius:6px}
article{padding:clamp(1rem,3vw,2.6rem)}
article>h2,aside>h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
article p{margin:.35em 0;text-indent:2em;overflow-wrap:anywhere;white-space:pre-wrap}
article p.h{font-weight:600;margin-top:1em}
article p:first-of-type{margin-top:0}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.88rem;line-height:1.5;min-width:100%}
td{border:1px solid var(--line);padding:.35rem .55rem;vertical-align:top;min-width:5.5em;overflow-wrap:break-word}
td .m.observations{white-space:nowrap}
tr:first-child td{background:var(--ground);font-weight:600}
.m{border-bottom:2px solid color-mix(in srgb,var(--c) 55%,transparent);padding-bottom:1px}
.m .m{border-bottom-width:2px;background:color-mix(in srgb,var(--c) 9%,transparent)}
.m:target{background:color-mix(in srgb,var(--c) 24%,transparent)}
.n{display:inline-block;font-size:.68rem;line-height:1;font-weight:600;color:var(--c);text-decoration:none;text-indent:0;font-variant-numeric:tabular-nums}
article .n{vertical-align:super;padding:0 .15em;margin-right:.1em}
article .n:hover,article .n:focus-visible{background:var(--c);color:#fff;border-radius:2px}
aside{position:sticky;top:3.4rem;max-height:calc(100vh - 4.2rem);overflow:auto;display:grid;gap:1rem;scroll-padding-top:1rem}
aside h2{display:flex;align-items:center;gap:.5em;font-size:1rem;margin:0;padding:.7rem 1rem;border-bottom:1px solid var(--line)}
aside h2 small{margin-left:auto;color:var(--soft);font-weight:400}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:2.6rem 1fr;padding:.6rem 1rem .6rem .4rem;border-bottom:1px solid var(--line)}
li:last-child{border:0}
li>.n{font-size:.8rem;padding:.45em 0 .4em;text-align:center;align-self:start}
a.n:hover{text-decoration:underline}
li:target{background:color-mix(in srgb,var(--c) 11%,transparent);box-shadow:inset 3px 0 var(--c)}
.body{font-size:.9rem;line-height:1.6;min-width:0;overflow-wrap:anywhere}
.name{font-weight:600}
.page{float:right;color:var(--soft);font-weight:400;font-size:.8rem;margin-left:.8em}
.fact{color:#3c4655}
.fact b{font-weight:400;color:var(--soft);margin-right:.6em}
.level{font-size:.75rem;font-weight:600;border-radius:3px;padding:.1em .45em;margin-right:.5em;border:1px solid}
.level.error{color:#b3261e}.level.warning{color:#8a5300}.level.info{color:var(--soft)}
details{font-size:.84rem}
summary{color:var(--soft);cursor:pointer;width:max-content}
details dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.3rem 0 0}
.none{padding:1rem;color:var(--soft)}
footer{padding:1rem clamp(1rem,4vw,3rem) 2rem;color:var(--soft);font-size:.85rem}
${ofTypes}
@media(max-width:62rem){main{grid-template-columns:minmax(0,1fr)}aside{position:static;max-height:none;overflow:visible}html{scroll-padding-top:7.5rem}}
@media(max-width:40rem){body{font-size:15.5px}main,header,.legend,footer{padding-left:.8rem;padding-right:.8rem}article{padding:.9rem}.legend{position:static}html{scroll-padding-top:1rem}header dl div{grid-template-columns:5.5em 1fr}}
@media print{body{background:none;font-size:10.5pt}*{print-color-adjust:exact}.legend,summary,details{display:none}main{display:block;padding:0}article,aside section{border:0;padding:0}aside{position:static;max-height:none;overflow:visible;display:block;break-before:page}header{padding:0 0 1rem}li{break-inside:avoid}tr{break-inside:avoid}.scroll{overflow:visible}article .n{font-size:6.5pt}@page{margin:18mm 16mm}}
`;
