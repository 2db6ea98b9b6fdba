import { Random } from '../../test/support/seeded.js';

/** Numbers and choices for tables, the same for the same seed. */
export class Dice extends Random {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
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
    return this.dice.pick(PLACES) + this.dice.pick(['市', '县', '区']);
  }

  trade(): string {
    return this.dice.pick(TRADES);
  }

  project(): string {
    return `${this.place()}${this.trade()}${this.dice.pick(['产业园', '生产基地', '孵化器', '物流中心'])}${this.dice.pick(['一期', '二期', ''])}建设项目`;
  }

  organ(): string {
    return this.dice.pick(ORGANS);
  }

  work(): string {
    return this.dice.pick(WORKS);
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
