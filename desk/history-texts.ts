// What the units wrote in the weeks before: invented, plausible and in the language of the campaign. The reports of a
// campaign are its people's own words and are not translated, whatever language the page speaks.

import { chance } from './history-plan.ts';

const PROGRESS = [
  '本周对辖内投资咨询、网络借贷中介等机构开展上门排查，逐户登记经营范围、资金去向和实际控制人，排查台账已更新。',
  '会同市场监管、公安等部门对商务楼宇开展联合检查，现场责令下架违规宣传资料，并约谈两家机构负责人。',
  '完成重点机构资金流水比对，对存在自融嫌疑的机构发出风险提示函，要求十日内提交整改方案。',
  '组织街道、社区网格员开展入户宣传，发放防范非法集资宣传单三千余份，受理群众咨询四十余人次。',
  '对上周移交的线索逐条核查，已查实的依法立案，查否的书面反馈移交单位，做到件件有回音。',
  '督促已立案机构按计划兑付，首批兑付资金到位，投资人情绪总体平稳，未发生聚集情况。',
  '清理广告媒体和网站上的“保本高息”宣传，责令停止发布违规广告，建立广告发布前审查登记制度。',
  '召开部门联席会议，统一排查口径和报送标准，对数据反复不一致的机构重新核定底数。',
];
const NEW = [
  '个别机构以会员消费返利名义变相吸收资金，手法较前期更为隐蔽。',
  '部分机构注册地与经营地分离，实际经营场所频繁更换，核查难度加大。',
  '有机构将线下门店宣传转移到微信群，需要网信部门协助取证。',
];
const ADVICE = [
  '建议由市里统一聘请会计师事务所，对资金规模较大的机构开展专项审计。',
  '建议尽快明确跨区县机构的属地责任，避免重复排查或漏排。',
  '基层专业力量不足，建议组织一次业务培训。',
];
const NEXT = [
  '对整改未到位的机构开展回头看，月底前完成销号。',
  '继续推进重点机构资金核查，对拒不配合的依法移送公安机关。',
  '组织一次覆盖全部乡镇街道的集中宣传，引导群众理性投资。',
  '完善排查台账，做到一户一档，下周完成剩余机构现场核查。',
  '会同相关部门对高风险机构开展联合约谈。',
];

const one = (from: readonly string[], seed: string): string =>
  from[Math.floor(chance(seed) * from.length)] ?? '';

/** What the liaison of the tour types: figures that make a believable week. */
const TOUR: Record<string, string> = {
  progress:
    '会同市场监管、商务部门对 12 家投资咨询和网络借贷中介机构开展联合排查，约谈 3 家负责人，责令下架违规宣传资料；上周移交的 2 条线索已核查完毕并反馈。',
  'figure:checked': '12',
  'figure:problems': '4',
  'figure:rectified': '2',
  'figure:transferred': '0',
  next: '对尚未整改到位的 2 家机构下周二前复查，拒不整改的依法立案。',
};

/** What is typed for the person of the tour, field by field. */
export const typedOnTour = (field: string): string | undefined => TOUR[field] ?? typedInto(field, 'tour');

/** What is typed into a field of a report; undefined leaves it as the form opened it. */
export function typedInto(field: string, seed: string): string | undefined {
  if (field.startsWith('figure:')) return String(figureOf(field, seed));
  switch (field) {
    case 'content':
      return one(PROGRESS, seed);
    case 'progress':
      return `${one(PROGRESS, `${seed} a`)}${one(PROGRESS, `${seed} b`)}`;
    case 'new':
      return chance(`${seed} new?`) < 0.35 ? one(NEW, `${seed} new`) : undefined;
    case 'advice':
      return chance(`${seed} advice?`) < 0.3 ? one(ADVICE, `${seed} advice`) : undefined;
    case 'next':
      return one(NEXT, `${seed} next`);
    default:
      return undefined;
  }
}

/** Many are checked, fewer problems found, most of those rectified; hardly any become a case. */
function figureOf(field: string, seed: string): number {
  const checked = 5 + Math.floor(chance(`${seed} checked`) * 9);
  const problems = Math.floor(chance(`${seed} problems`) * Math.min(6, checked));
  const rectified = Math.round(problems * (0.4 + 0.6 * chance(`${seed} rectified`)));
  const known: Record<string, number> = {
    'figure:checked': checked,
    'figure:problems': problems,
    'figure:rectified': rectified,
    'figure:transferred': chance(`${seed} transferred`) < 0.2 ? 1 : 0,
  };
  return known[field] ?? Math.floor(chance(`${seed} ${field}`) * 8);
}
