// A gold file may only say what its source says: every quote, name and figure has to stand there.

const fold = (s) => s.normalize('NFKC').replace(/\s+/g, '');

/** What of `gold` does not stand in `text`, as lines to read. */
export function verify(gold, text) {
  const source = fold(text);
  const strays = [];
  const stands = (what, words) => {
    if (words && !source.includes(fold(words))) strays.push(`${what}: ${words}`);
  };
  for (const n of gold.notices) {
    stands('title', n.title);
    stands('document_number', n.document_number);
    for (const words of [...n.issuers, ...n.recipients, ...n.attachments]) stands('head', words);
    for (const c of n.cites) stands('cites', c.title ?? c.document_number);
  }
  for (const c of gold.clusters) stands('cluster', c.name);
  for (const r of gold.ratings) stands('rating', r.subject);
  for (const t of gold.targets) {
    stands('target', t.quote);
    if (t.value_text && !fold(t.quote).includes(fold(t.value_text))) strays.push(`value_text outside its quote: ${t.value_text} in ${t.quote}`);
  }
  for (const o of gold.obligations) {
    stands('obligation title', o.title);
    stands('obligation text', o.text_start);
    for (const h of o.path) stands('path', h);
    for (const u of o.units) stands('unit (its end)', u.name.slice(-2));
  }
  for (const p of gold.projects) {
    stands('project', p.name);
    stands('content', p.content);
    stands('period', p.period_text);
  }
  for (const f of gold.findings) stands('anchor', f.anchor);
  return strays;
}
