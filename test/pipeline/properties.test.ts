import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, projectRows } from '../../extractors/index.js';
import { isProjectTable } from '../../extractors/projects.js';
import { processDocument, type PipelineTools } from '../../pipeline/run.js';
import { reflow } from '../../pipeline/reflow/index.js';
import { segment } from '../../pipeline/segment/index.js';
import type { Document, Ingested, IngestedNotice, Resolution } from '../../schemas/index.js';
import { FOOT, HEAD, documentOf, linesOf, planOf, type Part } from '../support/documents.js';
import { PLAN } from '../support/plan.js';
import { anyDocument, anyNotice } from '../support/random.js';
import { anyText } from '../support/text.js';

/** Names resolve to nothing: what is asked here is what stands in the text. */
const nothing = (slot: string, name: string, kind: Resolution['kind'], position = 0): Resolution => ({
  slot,
  position,
  name,
  kind,
  entity_id: null,
  entity_name: null,
  code: null,
  method: 'unresolved',
  score: 0,
  candidates: [],
  group_kind: null,
  group_level: null,
  group_subject: null,
});
const tools: PipelineTools = {
  gazetteer: 'none',
  resolver: {
    region: (issuers) => nothing('region', issuers[0] ?? '', 'place'),
    cluster: () => [],
    unit: (name, _group, _context, position) => nothing('units', name, 'organ', position),
    park: (name) => nothing('park', name, 'park'),
    place: (name) => nothing('place', name, 'place'),
    explain: () => [],
    contextIn: () => null,
  },
};
const input: Ingested['input'] = { path: 'a.txt', file: 'a.txt', sha256: '0', bytes: 0 };
const run = (document: Document): Ingested => processDocument(document, input, tools);
const records = (notice: IngestedNotice) => Object.values(notice.records).flat();
const anyInput = fc.oneof(
  anyDocument,
  anyNotice,
  anyText.map((text) => documentOf(linesOf(text))),
);

describe('for any document', () => {
  it('there is something to ask about: records and findings of every sort come up', () => {
    const seen = new Set<string>();
    for (const document of fc.sample(anyInput, { seed: 6, numRuns: 300 })) {
      for (const notice of run(document).notices) {
        for (const [type, found] of Object.entries(notice.records)) if (found.length > 0) seen.add(type);
        for (const f of notice.findings) seen.add(f.check);
      }
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'clusters',
        'ratings',
        'targets',
        'obligations',
        'projects',
        'observations',
        'declared_count',
        'table_shape',
      ]),
    );
  });

  it('every quote is what stands in the text', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        for (const notice of run(document).notices) {
          for (const r of records(notice)) {
            expect(notice.head.text.slice(r.start, r.end)).toBe(r.quote);
            expect(r.quote).not.toBe('');
            expect(r.confidence).toBeGreaterThan(0);
            expect(r.confidence).toBeLessThanOrEqual(1);
            for (const e of r.evidence) {
              expect(e.start).toBeGreaterThanOrEqual(0);
              expect(e.end).toBeGreaterThan(e.start);
              expect(e.end).toBeLessThanOrEqual(notice.head.text.length);
            }
          }
          for (const f of notice.findings)
            if (f.start !== null && f.end !== null) expect(notice.head.text.slice(f.start, f.end)).toBe(f.quote);
        }
      }),
      { seed: 1, numRuns: 250 },
    );
  });

  it('the same comes out twice', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        expect(run(document)).toEqual(run(structuredClone(document)));
      }),
      { seed: 2, numRuns: 80 },
    );
  });

  it('no two records of a notice have the same key', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        for (const notice of run(document).notices) {
          const keys = [...records(notice), ...notice.findings].map((r) => r.key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('every row of a project table is in a record or is named by a finding', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        segment(reflow(document)).forEach(({ notice }, i) => {
          const ingested = run(document).notices[i];
          for (const table of notice.tables) {
            const head = table.toc ? null : headOf(table);
            if (!head || !isProjectTable(head)) continue;
            const rows = projectRows(notice, table);
            expect(rows.map((r) => r.index)).toEqual(table.rows.map((_, r) => r).slice(head.rows));
            const told = new Set(
              ingested?.findings
                .filter((f) => f.check === 'table_shape' && f.params['problem'] === 'unread_rows')
                .flatMap((f) => f.rows),
            );
            const read = new Set(ingested?.records.projects.map((p) => p.start));
            for (const row of rows) {
              if (row.kind === 'project') expect(read).toContain(row.row.start);
              if (row.kind === 'unread') expect(told).toContain(row.index);
            }
          }
        });
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});

describe('an empty document', () => {
  it.each<[string, Document]>([
    ['no blocks', documentOf([])],
    ['blank lines', documentOf(['', '　'])],
    ['an empty table', { ...documentOf([]), blocks: [{ kind: 'table', page: null, rows: 0, columns: 0, cells: [] }] }],
    [
      'a table of empty cells',
      documentOf([
        [
          ['', ''],
          ['', ''],
        ],
      ]),
    ],
    [
      'a block of nothing',
      {
        ...documentOf([]),
        blocks: [{ kind: 'line', text: ' ', page: null, level: null, blankBefore: false, indented: false, box: null }],
      },
    ],
  ])('of %s gives no notice, and says so', (_name, document) => {
    const { notices, findings } = run(document);
    expect(notices).toEqual([]);
    expect(findings.map((f) => f.check)).toEqual(['no_notice']);
  });
});

describe('a record’s key', () => {
  const keysOf = (parts: readonly Part[]): string[] => {
    const [notice] = run(documentOf(parts)).notices;
    return notice
      ? records(notice)
          .map((r) => r.key)
          .sort()
      : [];
  };
  const before = keysOf(planOf(PLAN));

  it('is there for each of many records', () => {
    expect(before.length).toBeGreaterThan(25);
  });

  it.each<[string, Part[]]>([
    ['a paragraph in front of the body', [...HEAD, '为推动全市产业发展，现将有关事项通知如下。', ...PLAN, ...FOOT]],
    ['a gazette’s cover in front of the notice', ['抚河市人民政府公报', '2025年第3期', ...planOf(PLAN)]],
    ['words behind the notice', [...planOf(PLAN), '（此件公开发布）', '抄送：市委办公室。']],
  ])('stays the same with %s', (_name, parts) => {
    expect(keysOf(parts)).toEqual(before);
  });

  it('stays the same with any sentence in front', () => {
    const sentence = fc.string({
      unit: fc.constantFrom('全', '市', '工', '业', '经', '济', '平', '稳', '，'),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sentence, (words) => {
        expect(keysOf([...HEAD, `各级各部门${words}认真执行。`, ...PLAN, ...FOOT])).toEqual(before);
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  it('of a notice rests on issuer and number, not on the text', () => {
    const identity = (parts: readonly Part[]) => run(documentOf(parts)).notices[0]?.identity;
    expect(identity(planOf(['一、甲', '乙。']))).toBe(identity(planOf(PLAN)));
    expect(identity(planOf(PLAN).map((p) => (p === HEAD[1] ? '抚府发〔2025〕8号' : p)))).not.toBe(identity(planOf(PLAN)));
  });
});
