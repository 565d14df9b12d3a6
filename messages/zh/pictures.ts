// 中文: words on pictures and beside them.

import type { PictureWords } from '../catalog-pictures.ts';

export const pictures: PictureWords = {
  cell: {
    missed: '漏报',
    overdue: '逾期未报',
    returned: '退回待报',
    late: '迟报',
    nil: '零报告',
    on_time: '按时',
    waived: '免报',
    open: '未到期',
    none: '不需报送',
  },
  sign: {
    missed: '漏',
    overdue: '逾',
    returned: '退',
    late: '迟',
    nil: '零',
    on_time: '✓',
    waived: '免',
    open: '…',
    none: '',
  },
  week: (no) => `${no}周`,
  month: (no) => `${no}月`,
  day: (date) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`,
  size: (units, periods) => `${units} 家 × ${periods} 期`,
  periods: (count) => `${count} 期`,
  sumTitle: '按时/应报',
  hidden: {
    units: (count) => `另有 ${count} 家未画出，画出的是漏报、迟报较多的`,
    periods: (count) => `更早的 ${count} 期未画出`,
    figures: (count) => `另有 ${count} 项数据未画出`,
  },
  noValue: '尚无数据',
  altHeat: (title) => `表格图：${title}。`,
  altLines: (title) => `折线图：${title}。`,
  cellCount: (word, count) => `${word} ${count}`,
  troubles: (named, others) => `${named}${others > 0 ? `；另有 ${others} 家有漏报、迟报` : ''}。`,
  noTroubles: '没有漏报、迟报。',
  inPeriod: (period, what) => `${period} ${what}`,
  caption: (title) => `图：${title}`,
};
