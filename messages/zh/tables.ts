// 中文: words of tables.

import type { TableWords } from '../catalog-tables.ts';

export const tables: TableWords = {
  head: {
    unit: '单位',
    standing: '情况',
    note: '说明',
    period: '报送期',
    due: '应报',
    onTime: '按时',
    late: '迟报',
    missed: '漏报',
    owed: '逾期未报',
    share: '按时率',
    place: '名次',
    what: '事项',
    deadline: '截止',
    units: '单位',
    reported: '已报/应报',
    task: '编号',
    lead: '承办单位',
  },
  more: (left) => `更多（还有 ${left} 项）`,
  part: (from, to, of) => (from === to ? `第 ${from} 项，共 ${of} 项` : `第 ${from}—${to} 项，共 ${of} 项`),
  openTask: '查看其中一项',
};
