import { describe, expect, it } from 'vitest';
import { scannedPdf } from './support/files.js';
import { Workplace } from './support/place.js';
import { gongbao, samples } from './support/program.js';

const place = new Workplace();
const figures = `${samples}/figures.docx`;

describe('read', () => {
  it('shows blocks, tables as grids with their spans, and what was read', () => {
    const { code, out } = gongbao(['read', figures]);
    expect(code).toBe(0);
    expect(out).toContain('figures.docx  DOCX');
    expect(out).toMatch(/│ 县（市、区） *│ 规模以上工业营业 *│ 工业技改投资/);
    expect(out).toMatch(/│ +├─+┬─+┼/);
    expect(out).toContain('1 notices');
  });

  it('speaks Chinese where asked to', () => {
    const { out } = gongbao(['read', figures, '--lang', 'zh']);
    expect(out).toContain('读取结果');
    expect(out).toContain('表格 17×7');
  });

  it('prints the document as JSON', () => {
    const { code, out } = gongbao(['read', figures, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ document: { format: 'docx' }, repairs: [] });
  });

  it('writes one page that loads nothing and holds nothing unescaped', () => {
    const page = place.at('look.html');
    const file = place.write('x.txt', '关于做好<script>alert(1)</script>工作的通知\n各市：\n"甲"&乙\t1\n丙\t2\n');
    const { code, out, notes } = gongbao(['read', file, '--html', page]);
    expect({ code, out, notes }).toEqual({ code: 0, out: '', notes: [`written: ${page}`] });
    const html = place.read('look.html');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).toContain('&quot;甲&quot;&amp;乙');
  });

  it('draws the pages of a PDF', () => {
    const page = place.at('pages.html');
    expect(gongbao(['read', `${samples}/projects.pdf`, '--html', page, '--lang', 'zh']).code).toBe(0);
    const html = place.read('pages.html');
    expect(html.match(/<svg /g)).toHaveLength(11);
    expect(html).toContain('第 11 页');
    expect(html).toMatch(/<g class="cell"[^>]*data-k="b\d+r\d+"/);
  });

  it('refuses in one line', async () => {
    const scan = place.write('scan.pdf', await scannedPdf());
    for (const file of [place.at('none.pdf'), scan]) {
      const { code, out, notes } = gongbao(['read', file]);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(notes).toHaveLength(1);
      expect(notes[0]).toContain(`refused ${file}: `);
    }
  });

  it('tells where the page cannot be written', () => {
    const { code, notes } = gongbao(['read', figures, '--html', place.at('no/such/folder.html')]);
    expect(code).toBe(1);
    expect(notes[0]).toContain('cannot be written (ENOENT)');
  });
});
