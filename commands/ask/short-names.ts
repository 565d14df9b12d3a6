// The short forms under which people use the names of areas, duties, phases and figures: 周报 of 工作进展周报, 资管 of
// 资产管理…, p2p of P2P网络借贷…; and what a campaign's Chinese names are usually called in English.
// Invariant: a form that two names share, or that says nothing by itself, is left out.

import { plain } from '../../domain/names.ts';

/** Words that stand in many names and in every second question; alone they name nothing. */
const SAYS_NOTHING =
  /工作|进展|情况|信息|报告|汇总|材料|业务|管理|金融|互联网|网络|事项|机构|单位|领域|从事|整治|专项|风险|完成|发现|商品|会议|领导小组|平台|总结|监管|评估|第三|活动|市场|行为|其他|相关|阶段|内容|[及和数表]/g;

/** What is left of a form without such words is what it says. */
const isSaying = (form: string): boolean => form.replace(SAYS_NOTHING, '').length >= 2;

const GLUE = /[和及与、,()/\s]|以及/;
const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** 资产管理 → 资管: first and third of four. */
const abbreviated = (name: string): string[] =>
  name.length >= 4 && isHan(name.slice(0, 4)) ? [`${name[0]}${name[2]}`] : [];

function endsOf(segment: string): string[] {
  if (!isHan(segment)) return [];
  return Array.from({ length: Math.max(0, segment.length - 2) }, (_, at) => at + 2).flatMap((length) => [
    segment.slice(0, length),
    segment.slice(-length),
  ]);
}

const latinIn = (name: string): string[] => name.match(/[a-z0-9][a-z0-9-]+/g) ?? [];

/** Every form of one name, the name itself first; what is shared with others is not known here. */
function formsOf(name: string): string[] {
  const segments = name.split(GLUE).filter((segment) => segment.length > 0);
  const han = segments.flatMap((segment) => segment.split(/[a-z0-9-]+/)).filter((each) => each.length >= 2);
  const outer = isHan(name) && name.length >= 6 ? [name.slice(0, 2) + name.slice(-2)] : [];
  return [name, ...latinIn(name), ...han, ...han.flatMap(endsOf), ...han.flatMap(abbreviated), ...outer];
}

/** Short forms of each name that no other name has; the names themselves always stay. */
export function shortNames<T extends { id: string; name: string }>(
  named: readonly T[],
  context: string,
): Map<T, string[]> {
  const owners = new Map<string, Set<T>>();
  for (const each of named)
    for (const form of formsOf(plain(each.name))) owners.set(form, (owners.get(form) ?? new Set()).add(each));
  const speaks = (form: string): boolean =>
    owners.get(form)!.size === 1 && isSaying(form) && !context.includes(form);
  return new Map(
    named.map((each) => {
      const own = plain(each.name);
      const forms = new Set(formsOf(own).filter((form) => form === own || speaks(form)));
      return [each, [...forms]];
    }),
  );
}

/** What a duty is called that alone has the word in its name: 方案 of 实施方案报备. */
export const DUTY_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['方案', ['方案', '工作方案', '整治方案']],
];

/** What else figures are called whose names have the Chinese word. */
export const FIGURE_WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['排查', ['排查了', '排查', '查了', '检查了', '摸排', '摸排了', '排了', '核查', '核查了', '查过']],
  ['问题', ['发现问题', '问题数', '问题', '发现了', '隐患', '查出']],
  ['整改', ['整改', '整改了', '整改到位', '整改完', '整改率']],
  ['移送', ['移送', '移送了', '移送出去', '移出', '移交', '移交了', '转交', '线索']],
];

/** What Chinese words in names are called in English; each row speaks for the one name that has the Chinese word. */
export const ENGLISH_NAMES: readonly (readonly [
  kind: 'unit' | 'area' | 'duty' | 'phase' | 'figure',
  word: string,
  english: string,
])[] = [
  ['unit', '公安', 'public security(?: bureau)?|police|psb'],
  ['unit', '银监', '(?:city )?banking regulat(?:or|ory)(?: (?:branch|bureau|commission|office))?|cbrc'],
  ['unit', '人民银行', "people'?s bank(?: of china)?|pboc|central bank"],
  [
    'unit',
    '工商',
    '(?:administration (?:for|of) )?industry (?:and|&) commerce(?: bureau| administration)?|aic|saic',
  ],
  ['unit', '商务', '(?:bureau of )?commerce(?: and grain)?(?: bureau)|commerce and grain'],
  ['area', '网络借贷', 'p2p(?: lending)?|peer[ -]to[ -]peer(?: lending)?|online lending'],
  ['area', '众筹', '(?:equity )?crowd ?funding'],
  ['area', '资产管理', 'asset management|wealth management'],
  ['area', '支付', '(?:third[ -]party )?payments?'],
  ['area', '广告', '(?:internet |online |financial )*(?:advertis(?:ing|ements?)|adverts?|ads)'],
  ['area', '交易场所', '(?:trading |commodity |art )*(?:exchanges|venues)|trading venues?'],
  ['duty', '周报', 'weekly(?: progress)?(?: reports?)?|weeklies'],
  ['duty', '月报', 'monthly(?: progress)?(?: reports?)?'],
  [
    'duty',
    '实施方案',
    '(?:implementation )?plan filings?|implementation plans?|(?<=(?:the|our|my|its|their|a) )plans?',
  ],
  ['duty', '排查汇总', 'survey summar(?:y|ies)|screening summar(?:y|ies)'],
  ['duty', '整治报告', 'final reports?|rectification reports?'],
  ['phase', '部署', 'deployment'],
  ['phase', '摸底', 'survey|screening'],
  ['phase', '清理', 'clean[ -]?up'],
  ['phase', '督查', 'inspection'],
  ['phase', '验收', 'acceptance|final check'],
  [
    'figure',
    '排查',
    '(?:institutions?|firms?|companies|platforms)(?: (?:were |was )?(?:checked|screened|inspected))?|checked|screened|(?<=how many .{0,60})check',
  ],
  ['figure', '整改', '改(?:了|完|好)(?=(?:多少|几)(?![版次遍回处]))'],
  ['figure', '发现问题', 'problems?(?: (?:were |was )?found)?|issues? found|found'],
  ['figure', '整改', 'rectif(?:ied|ications?)|fixed|corrected|put right|remedied|sorted out|dealt with'],
  [
    'figure',
    '移送',
    '(?<!who |unit |that |agency |bureau )(?:leads|clues?)(?: (?:were |was )?(?:transferred|referred|handed over|passed on))?|transfer(?:red|s)?|referr(?:ed|als)',
  ],
];
