/** The look of the page; everything works without the script, by links and check boxes. */
export const STYLE = `
:root { --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --soft: #f6f8fa; --accent: #0b5fad; --cell: #1f6feb; --merged: #8250df; --rule: #c2410c; --hot: #fff3bf }
* { box-sizing: border-box }
html { scroll-padding-top: 3.4rem }
body { margin: 0; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: #fff }
a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
header, main { max-width: 1500px; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 1.25rem } h1 { font-size: 1.35rem; margin: 0 0 .25rem; overflow-wrap: anywhere } .sub { color: var(--quiet); margin: 0 0 .75rem }
h2 { font-size: 1.05rem; margin: 1.75rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line) } h2 small { font-weight: normal; color: var(--quiet); margin-left: .5rem }
dl.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 0 0 .75rem } dl.facts div { display: flex; gap: .4rem } dt { color: var(--quiet) } dd { margin: 0; font-weight: 600 }
.warnings { border-left: 4px solid #bf8700; background: #fff8e5; padding: .5rem .9rem; margin: 0 0 .9rem } .warnings ul { margin: 0; padding-left: 1.1rem }
nav { position: sticky; top: 0; z-index: 2; background: #fffffff2; border-block: 1px solid var(--line); padding: .4rem 1.25rem; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; align-items: center; justify-content: center; font-size: .9rem }
nav label { display: inline-flex; gap: .35rem; align-items: center; cursor: pointer } nav .pages { display: flex; flex-wrap: wrap; gap: .15rem .45rem; max-width: 60rem; max-height: 3.2rem; overflow: auto }
.swatch { display: inline-block; width: .8rem; height: .8rem; border: 1.5px solid } .swatch.s-block { border-color: #2da44e } .swatch.s-cell { border-color: var(--cell) } .swatch.s-rule { border-color: var(--rule) } .swatch.s-aside { border-color: #8c959f; background: #eaeef2 }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem; align-items: start }
figure { margin: 0; position: sticky; top: 3.2rem } svg { width: 100%; height: auto; max-height: calc(100vh - 4rem); display: block; background: #eceff2; border: 1px solid var(--line) }
.paper { fill: #fff; stroke: #afb8c1; stroke-width: .6 } .rule { stroke: var(--rule); stroke-width: .7; opacity: .75 }
svg .box { fill: transparent; stroke-width: .6 } .text > a > .box { stroke: #2da44e; stroke-dasharray: 2 1.5 } .cell .box { stroke: var(--cell); fill: #1f6feb0a } .merged .box { stroke: var(--merged); fill: #8250df14 }
svg .ink { fill: var(--ink); font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif } .tag, .row, .column { font: 6px system-ui, sans-serif; fill: #1a7f37; text-anchor: end } .row { fill: #0550ae } .column { fill: #0550ae; opacity: .7 } .table > .tag { font-weight: 700 }
svg .aside .ink { fill: #8c959f } svg .aside .box { stroke: #8c959f; fill: #eaeef299 }
svg .hot .box, svg .cell:hover .box, svg .text:hover .box { fill: #ffd33d66 } svg :target .box { stroke-width: 1.6; fill: #ffd33d55 }
ol.blocks, ol.flow { list-style: none; margin: 0; padding: 0 } ol.blocks > li, ol.flow > li { padding: .3rem .5rem; border-bottom: 1px solid #eaeef2 } li p { margin: 0; overflow-wrap: anywhere } .flow .heading p { font-weight: 700 }
.mark { font-size: .78rem; color: var(--quiet) } .mark span { margin-left: .35rem } li.aside p { color: var(--quiet) } li.aside { background: var(--soft) }
li:target, tr:target > * { background: var(--hot) } .hot, tr.hot > * { background: var(--hot) }
.wide { overflow-x: auto; margin: .25rem 0 } table { border-collapse: collapse; font-size: .82rem; line-height: 1.45 } td, th { border: 1px solid #8c959f; padding: .15rem .4rem; vertical-align: top; text-align: left; min-width: 2.2rem } td[rowspan], td[colspan] { background: #8250df12 } th { color: var(--quiet); font-weight: normal; background: var(--soft); white-space: nowrap } caption { text-align: left; color: var(--quiet); font-size: .78rem; caption-side: top } td.gave { border-color: transparent; min-width: 8rem }
.records { font-size: .8rem; color: var(--quiet) } .records ul { margin: .1rem 0 .2rem; padding-left: 1.1rem } summary { cursor: pointer; color: #1a7f37 } code { font-size: .92em }
.plain { padding-left: 1.1rem } .plain li { overflow-wrap: anywhere }
body:has(#t-text:not(:checked)) svg .ink, body:has(#t-block:not(:checked)) svg .text > a > .box, body:has(#t-block:not(:checked)) svg .tag, body:has(#t-cell:not(:checked)) svg .cell .box, body:has(#t-cell:not(:checked)) :is(svg .row, svg .column), body:has(#t-rule:not(:checked)) svg .rule, body:has(#t-aside:not(:checked)) :is(svg .aside, li.aside) { display: none }
@media (max-width: 900px) { .pair { grid-template-columns: minmax(0, 1fr) } figure { position: static } }
@media print { nav { display: none } figure { position: static } svg { max-height: none } section.page { break-before: page } .pair { grid-template-columns: 11cm minmax(0, 1fr) } body { font-size: 11px } a { color: inherit } details > * { display: block } }
`;

/** Lights up what belongs together under the pointer. */
export const SCRIPT = `
addEventListener('mouseover', (event) => {
  const over = event.target instanceof Element ? event.target.closest('[data-k]') : null;
  for (const lit of document.querySelectorAll('.hot')) lit.classList.remove('hot');
  if (!over) return;
  for (const key of over.dataset.k.split(' ')) for (const same of document.querySelectorAll('[data-k~="' + key + '"]')) same.classList.add('hot');
});
`;
