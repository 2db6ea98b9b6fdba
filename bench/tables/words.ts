/** A sequence of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.next() * choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

const PLACES = [
  '临川',
  '丰泽',
  '东岭',
  '西河',
  '南塘',
  '北溪',
  '云湖',
  '安澜',
  '青阳',
  '白石',
  '金沙',
  '长桥',
  '平江口',
  '大石桥',
];
const TRADES = [
  '稀土新材料',
  '电子信息',
  '装备制造',
  '生物医药',
  '纺织服装',
  '现代家具',
  '绿色食品',
  '光电照明',
  '新能源电池',
  '建筑陶瓷',
];
const ORGANS = ['市发展改革委', '市工业和信息化局', '市财政局', '市商务局', '市自然资源局', '市科技局', '市生态环境局'];
const WORKS = [
  '新建标准厂房8栋，配套道路管网',
  '改造老旧车间12000平方米，购置设备260台（套）',
  '建设研发中心、检验检测中心和5G基站35个',
  '扩建年产30万吨生产线2条',
  '建设公共服务平台和人才公寓',
  '完成园区污水处理厂一期工程并投入运行，日处理能力达到5万吨',
];

/** Words of a notice's tables, drawn with a seed. */
export class Words {
  constructor(readonly dice: Dice) {}

  place(): string {
    return this.dice.of(PLACES) + this.dice.of(['市', '县', '区']);
  }

  trade(): string {
    return this.dice.of(TRADES);
  }

  project(): string {
    return `${this.place()}${this.trade()}${this.dice.of(['产业园', '生产基地', '孵化器', '物流中心'])}${this.dice.of(['一期', '二期', ''])}建设项目`;
  }

  organ(): string {
    return this.dice.of(ORGANS);
  }

  work(): string {
    return this.dice.of(WORKS);
  }

  works(count: number): string {
    return Array.from({ length: count }, () => this.work()).join('；');
  }

  figure(most = 99999): string {
    return String(this.dice.whole(1, most));
  }

  decimal(): string {
    return (this.dice.next() * 10 ** this.dice.whole(0, 4)).toFixed(this.dice.whole(1, 2));
  }

  share(): string {
    return `${this.dice.between(0, 99).toFixed(1)}%`;
  }

  span(): string {
    const from = this.dice.whole(2019, 2024);
    return `${from}-${from + this.dice.whole(1, 4)}`;
  }
}
