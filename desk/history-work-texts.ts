// What was asked, answered and decided in the weeks before: invented, in the language of the campaign, like the reports of
// history-texts.ts. Days are working days from the day on which the person takes over; the stories stand in history-work.ts.

import type { MeetingTold, TaskTold } from './history-work.ts';

/** One closed, one overdue, one in review, one that asks for an extension, one chain, one just given. */
export const TASKS: readonly TaskTold[] = [
  {
    given: [-21, '10:05'],
    unit: 4,
    title: '报送交易场所底数',
    source: ['plan', '方案三（二）：摸清底数'],
    ask: '核清辖内商品及文化艺术品交易场所底数，逐户登记交易品种、会员和资金存管银行，报办公室建档。',
    due: -14,
    evidence: '盖章的底数表',
    acts: [
      [-21, '15:30', 4, '签收 #'],
      [-16, '11:20', 4, '反馈 # 70% 已登记 9 户，2 户待补充资金存管材料。'],
      [-15, '16:10', 4, '提请办结 # 11 户交易场所全部登记，底数表已盖章报送。'],
      [-14, '09:50', 'office', '办结 # 底数表收讫，与市工商登记数一致，存档。'],
    ],
  },
  {
    given: [-12, '09:40'],
    unit: 2,
    helper: 0,
    title: '清理违规户外金融广告',
    source: ['instruction', '周正：街头“保本高息”广告要限期清零'],
    ask: '对城区主干道、车站和楼宇电梯内“保本高息”类广告逐一清理，建立广告发布前审查登记制度。',
    due: -4,
    evidence: '整改前后对比照片',
    feedback: '5',
    acts: [
      [-12, '14:20', 2, '签收 #'],
      [-8, '10:40', 0, '反馈 # 已提供涉及持牌机构的广告名单 6 条，供核对。'],
      [-7, '16:30', 2, '反馈 # 40% 主干道 23 处已下架，车站灯箱合同未到期，正与广告公司协商。'],
      [-2, '11:15', 2, '反馈 # 70% 车站灯箱已撤换，电梯广告还剩 4 个小区。'],
    ],
  },
  {
    given: [-11, '10:30'],
    unit: 1,
    title: '核查网贷机构资金存管',
    source: ['inspection', '七月督查反馈第 4 条'],
    ask: '对已登记的网贷机构逐家核查客户资金是否由银行存管，未存管的列出名单和整改时限。',
    due: 2,
    evidence: '核查报告和未存管名单',
    acts: [
      [-11, '15:10', 1, '签收 #'],
      [-5, '10:20', 1, '反馈 # 60% 已核查 7 家，其中 3 家未签存管协议。'],
      [
        -1,
        '16:20',
        1,
        '提请办结 # 10 家全部核查完毕，4 家未存管，已逐家约谈并限期 30 日整改，报告和名单附后。',
      ],
    ],
  },
  {
    given: [-10, '09:30'],
    unit: 5,
    title: '重点机构整改验收',
    source: ['plan', '方案三（三）：清理整顿'],
    ask: '对首批整改机构先初验，再向社会公示，无异议后签发验收意见。',
    steps: '初验 @5 5个工作日\n公示 @2 15个自然日\n签发 @0 3个工作日',
    acts: [
      [-10, '14:30', 5, '签收 #'],
      [-6, '15:40', 5, '完成本步 # 6 家通过初验，1 家退回补充材料，初验表已移交。'],
      [-5, '09:20', 2, '签收 #'],
    ],
  },
  {
    given: [-8, '11:00'],
    unit: 6,
    title: '入户排查商务楼宇',
    source: ['plan', '方案三（二）：全面排查'],
    ask: '对辖内商务楼宇入驻的投资咨询类公司入户排查，做到一户一档。',
    due: 3,
    feedback: 'week',
    acts: [
      [-8, '16:00', 6, '签收 #'],
      [-4, '09:45', 6, '反馈 # 50% 已排查楼宇 12 栋、公司 31 户。'],
      [-1, '11:00', 6, '延期 # {8} 两栋楼宇正在消防改造，暂不能入户。进展：已排查 41 户，尚余 16 户。'],
    ],
  },
  {
    given: [0, '14:20'],
    unit: 3,
    title: '核实群众举报线索两条',
    source: ['other', '信访转办'],
    ask: '对信访转来的两条举报线索逐条核实，查实的依法立案，查否的书面反馈信访部门。',
    due: 10,
    evidence: '核实情况说明',
    acts: [],
  },
];

/** What becomes a task on the tour. */
export const REMARK =
  '鑫汇理财又换了办公地点，投资人到信访局问了三次。请公安局摸清它的资金流向和实际控制人，两周内给个说法。';

/** What is typed when the tour closes a task. */
export const CLOSING = '核查报告和名单收讫，经核对无误，存档备查。';

type IncidentAct = [
  day: number,
  time: string,
  by: 'office' | number,
  words: string,
  typed?: Record<string, string>,
];

/** An evening's gathering, taken within minutes and closed the next morning. */
export const INCIDENT: { acts: IncidentAct[] } = {
  acts: [
    [
      -15,
      '19:40',
      7,
      '',
      {
        what: '某投资咨询公司门店关门，约 30 名投资人聚集要求兑付，情绪激动，未发生冲突。',
        where: '蓝田街道人民路',
        amount: '初步统计 400 余万元',
        people: '约 30 人',
        done: '街道和派出所已到场劝导，公司负责人已联系上。',
        phoned: '市政府金融办文书一',
      },
    ],
    [-15, '19:46', 'office', '接报'],
    [-15, '21:10', 7, '续报 1 公司负责人到场，承诺 5 日内公布兑付方案，聚集人员全部劝离。'],
    [-14, '10:15', 7, '终报 1 公司已签订分期兑付协议，首期资金到位；街道每日走访，暂无反复。'],
  ],
};

/** The last meeting with three decisions under way, the one before it with one that is done. */
export const MEETINGS: { last: MeetingTold; earlier: MeetingTold } = {
  last: {
    topics: [
      {
        unit: 9,
        title: '跨县经营机构由谁牵头',
        reason: '3 家机构注册在新化、经营在娄星，两地都排查过，底数对不上。',
        ask: '明确由注册地还是经营地牵头，另一方如何配合。',
      },
      {
        unit: 0,
        title: '统一可疑资金线索移送口径',
        reason: '各单位移送的材料不齐，公安补充取证平均多用 9 天。',
        ask: '议定线索移送的材料清单。',
      },
    ],
    coming: [1, 2, 4, 5, 7, 8, 9],
    excused: 0,
    instead: '副行长代为参会',
    heard: '金融办汇报七月排查整改和督办落实情况；人民银行汇报可疑资金监测情况；新化县汇报跨县机构情况。',
    observers: '市信访局',
    decisions: [
      {
        what: '跨县经营的机构由经营地牵头、注册地配合，月内核清底数',
        unit: 9,
        due: 12,
        acts: [
          [1, '15:40', 'unit', '签收 #'],
          [7, '10:50', 'unit', '反馈 # 35% 与娄星区会商一次，3 家机构中 1 家底数已核清。'],
        ],
      },
      {
        what: '拟定可疑资金线索移送材料清单，印发各单位',
        unit: 0,
        due: 15,
        acts: [
          [2, '09:10', 'unit', '签收 #'],
          [8, '15:20', 'unit', '反馈 # 60% 清单初稿已征求公安、工商意见。'],
        ],
      },
      {
        what: '组织一次覆盖全部乡镇街道的集中宣传',
        unit: 8,
        due: 20,
        acts: [[2, '10:30', 'unit', '签收 #']],
      },
    ],
  },
  earlier: {
    topics: [],
    coming: [0, 2, 3, 5],
    excused: 6,
    instead: '分管副市长代为参会',
    heard: '各成员单位汇报摸底排查情况；金融办汇报机构底数和下一步清理整顿安排。',
    observers: '',
    decisions: [
      {
        what: '建立重点机构名单，分级分类管理',
        unit: 1,
        due: 9,
        acts: [
          [1, '14:50', 'unit', '签收 #'],
          [7, '16:40', 'unit', '提请办结 # 名单已建立，一级 4 家、二级 9 家、三级 23 家，随附说明。'],
          [8, '10:00', 'office', '办结 # 名单经办公室核对，印发各单位。'],
        ],
      },
    ],
  },
};
