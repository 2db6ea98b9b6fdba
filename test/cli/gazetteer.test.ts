import { describe, expect, it } from 'vitest';
import { Workplace } from './support/place.js';
import { gongbao } from './support/program.js';

const place = new Workplace();
const HEAD = 'id,kind,name,aliases,place_code,source';
const PLAN = `景德镇市人民政府关于印发陶瓷产业发展行动方案的通知

各县（市、区）人民政府，市政府各部门：

一、重点任务

1.做强龙头企业。支持企业扩大规模，提升品牌影响力。（责任单位：陶发中心、市工信局）

2.建设公共平台。建设检测和设计平台，服务中小企业。（责任单位：市科技局）

景德镇市人民政府
2025年3月6日
`;

function canonicalUnits(store: string): unknown[] {
  const { out } = gongbao(['obligations', '--jsonl', '--store', store], { cwd: place.path });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as { units: { canonical: unknown }[] }).units.map(({ canonical }) => canonical));
}

describe('ingest --gazetteer', () => {
  place.write('in/方案.txt', PLAN);
  place.write('own.csv', `${HEAD}\nown-1,organ,景德镇市陶瓷产业发展中心,陶发中心,360200,三定规定\n`);
  const ingest = (...args: string[]) => gongbao(['ingest', 'in', '--store', 'own.db', ...args], { cwd: place.path });

  it('resolves names by the user’s rows too, and reads again what was stored without them', () => {
    expect(ingest().code).toBe(0);
    expect(canonicalUnits('own.db')).toEqual([null, '景德镇市工业和信息化局', '景德镇市科学技术局']);
    expect(ingest('--gazetteer', 'own.csv').notes.at(-1)).toBe('1 stored, 0 unchanged, 0 refused');
    expect(canonicalUnits('own.db')[0]).toBe('景德镇市陶瓷产业发展中心');
    expect(ingest('--gazetteer', 'own.csv').notes.at(-1)).toBe('0 stored, 1 unchanged, 0 refused');
  });

  it('tells what is wrong with the file by line, in both languages, and touches nothing', () => {
    place.write('wrong.csv', `${HEAD}\nown-1,garden,百花园,,999999,\n`);
    const english = ingest('--gazetteer', 'wrong.csv');
    expect(english.code).toBe(1);
    expect(english.err).toContain('wrong.csv, line 2, kind: must be park, place or organ');
    expect(ingest('--gazetteer', 'wrong.csv', '--lang', 'zh').err).toContain('wrong.csv 第 2 行，source：须注明来源');
    const missing = ingest('--gazetteer', 'none.csv');
    expect([missing.code, missing.err.includes('none.csv')]).toEqual([1, true]);
  });
});
