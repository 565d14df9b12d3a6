// Bodies that a text names and the campaign does not have: another city (other_campaign), or an authority that is no unit
// (unknown_unit). A body is never taken for the unit whose name it resembles: 省公安厅 is not 市公安局.

import type { Campaign } from '../../domain/campaign.ts';
import { plain } from '../../domain/names.ts';
import {
  BARE_STEMS,
  BODIES,
  BODY_STEMS,
  ENGLISH_BODIES,
  ENGLISH_CAMPAIGNS,
  OTHER_CAMPAIGNS,
  PLACES,
  SURNAMES,
  TITLES,
} from './place-words.ts';
import { type Scan, take } from './scan.ts';

const isLatin = (word: string): boolean => /^[a-z]/.test(word);
const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** Every word in which a campaign names its own places. */
const ownText = ({ name, group, units, areas }: Campaign): string =>
  plain(
    [
      name,
      group,
      ...units.flatMap((unit) => [unit.name, ...unit.aliases]),
      ...areas.map((area) => area.name),
    ].join(' '),
  );

/** Cities and provinces that the campaign's own names do not contain. */
export function placesOf(campaign: Campaign): RegExp {
  const own = ownText(campaign);
  const others = PLACES.filter((place) => !own.includes(place));
  const han = longestFirst(others.filter((place) => !isLatin(place)));
  const latin = longestFirst(others.filter(isLatin));
  return new RegExp(`(?:${han})(?:省|市|自治州|州)?|(?<![a-z])(?:${latin})(?![a-z])`, 'g');
}

/** The campaign's own city, which says nothing: 娄底市公安局 is 市公安局. */
export function homeOf(campaign: Campaign): RegExp | null {
  const own = ownText(campaign);
  const home = PLACES.filter(
    (place) => !isLatin(place) && own.includes(place) && plain(campaign.name).includes(place),
  );
  return home.length === 0 ? null : new RegExp(`(?:${longestFirst(home)})(?:市|省)?(?!级)`, 'g');
}

const LEVEL = '(?:国家|中央|全国|省|市|县|区|州)';
const STEM_BODY = new RegExp(
  `${LEVEL}?(?:${longestFirst(BODY_STEMS)})(?:总局|分局|局|委员会|委|厅|部门|部|办公室|办|院|中心|[支大总]队|供?销?社(?!会|区|保)|集团|公司)`,
  'g',
);
const WHOLE_BODY = new RegExp(`${LEVEL}?(?:${longestFirst(BODIES)})`, 'g');
/** Without 局 only where what follows is said of a unit: 城管报了没. */
const BARE_BODY = new RegExp(
  `(?<![\\p{Script=Han}])市?(?:${longestFirst(BARE_STEMS)})(?=(?:的|那边|这边)?(?:周报|月报|联络员|负责人|有没有|[报交]了|[报交]没|[\\ue000-\\uf8ff]))`,
  'gu',
);
const HIGHER_BODY =
  /(?:省|国家|中央)[\p{Script=Han}\ue000-\uf8ff]{1,6}(?:厅|局|委|部|办|院|会(?![商议上]))|[\p{Script=Han}\ue000-\uf8ff]{2,4}厅/gu;
const ENGLISH = new RegExp(`(?<![a-z])(?:the )?${ENGLISH_BODIES}(?![a-z])`, 'g');

/** Bodies known by name, before names of units are looked for in what is left. */
export function takeKnownBodies(scan: Scan): void {
  for (const pattern of [HIGHER_BODY, STEM_BODY, WHOLE_BODY, BARE_BODY, ENGLISH])
    take(scan, pattern, ([raw]) => ({ letter: 'X', raw }));
}

/** None of these stands inside the name of a body. */
const NOT_IN_NAMES =
  '我本各咱你您他她它哪那这每全某贵该什么个的有在从找问看查发请和跟与及给对让替把了是要交报没谁还都到上下个月日周年天号当出去来说做为大家几多少一二三四五六七八九十结办催退收怎样啥被由过些么吗呢吧啊未缺欠迟今明昨前后第';
const NAME = `[^\\P{Script=Han}${NOT_IN_NAMES}]`;
const LOOKS_LIKE_UNIT = new RegExp(
  `(?:[市县区])${NAME}{2,6}(?:分局|支行|局|委|办|院|公司|协会|中心|银行)|${NAME}{2,6}(?:分局|支行|银行|局(?!面|部|势|长)|公司|协会)|${NAME}{1,4}(?:开发区|新区|县(?!城|长)|(?<!城|辖|社|园|地|片|小|市|景|郊|山)区(?!域|块|间|别))`,
  'gu',
);
const LOOKS_LIKE_CITY = new RegExp(`${NAME}{2,3}市(?!场|民|值|面|级|委|局|区|直)`, 'gu');

const STRANGER = new RegExp(`(?<![\\p{Script=Han}\\ue000-\\uf8ff][主组办])[${SURNAMES}]${TITLES}`, 'gu');

/** People whom the campaign does not have: nobody answers for them. */
export const takeStrangers = (scan: Scan): void => take(scan, STRANGER, ([raw]) => ({ letter: 'S', raw }));

const DRIVE =
  '(?:大检查|大排查|大整治|专项(?:整治|行动|治理|检查|督查)?|整治(?:行动)?|集中整治|攻坚战?|保卫战|督察|督查|治理|创建|普查)';
const SIDE = '(?=那边|这边|那块|这块|方面|领导小组|指挥部|台账|战线|口(?!头))';
const KNOWN_DRIVE = new RegExp(
  `(?:${longestFirst(OTHER_CAMPAIGNS)})(?:工作)?(?:${DRIVE}(?:工作|行动|活动)?|${SIDE})`,
  'g',
);
const ANY_DRIVE = new RegExp(
  `(${NAME}{2,8}?)(?:大检查|大排查|专项(?:整治|行动|治理|检查)|攻坚战|保卫战)`,
  'gu',
);
const ENGLISH_DRIVE = new RegExp(
  `(?<![a-z])(?:the )?(?:${ENGLISH_CAMPAIGNS}|${longestFirst(OTHER_CAMPAIGNS)}) (?:campaign|drive|inspections?|crackdown|action|rectification|side|report|weekly)`,
  'g',
);

/** Whether the characters of a word stand in a text in the same order, as those of an abbreviation do. */
function abbreviates(word: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === word[at]) at += 1;
  return at >= word.length;
}

/** Campaigns of other leading groups, by what they are about: 食品安全专项整治. */
export function takeOtherCampaigns(scan: Scan, campaign: Campaign): void {
  const own = ownText(campaign);
  const isOwn = (word: string): boolean => own.includes(word) || abbreviates(word, plain(campaign.name));
  take(scan, KNOWN_DRIVE, ([raw]) =>
    OTHER_CAMPAIGNS.some((word) => raw.startsWith(word) && !isOwn(word)) ? { letter: 'C', raw } : null,
  );
  take(scan, ANY_DRIVE, ([raw, word]) =>
    isOwn(word!) || SAYS_WHICH.test(word!) ? null : { letter: 'C', raw },
  );
  take(scan, ENGLISH_DRIVE, ([raw]) =>
    OTHER_CAMPAIGNS.some((word) => raw.includes(word) && isOwn(word)) ? null : { letter: 'C', raw },
  );
}

/** 整个专项整治 and 开展专项行动 name none. */
const SAYS_WHICH = /整|开展|启动|推进|参与|组织|实施|部署|工作|进行|期间|现在|目前|咱|总体|关于/;

/** What ends like a unit and was not found to be one. */
export function takeLookalikes(scan: Scan): void {
  take(scan, LOOKS_LIKE_UNIT, ([raw]) =>
    /^(?:全市|市区|县区|城区|会商|领导)/.test(raw) ? null : { letter: 'X', raw },
  );
  take(scan, LOOKS_LIKE_CITY, ([raw]) =>
    /城市|超市|股市|上市|全市/.test(raw) ? null : { letter: 'C', raw },
  );
}

/** A county's own bureau (娄星区公安局) is neither the county nor the city's bureau. */
export function takeCountyBureaus(
  scan: Scan,
  isLocality: (character: string) => boolean,
  isBureau: (character: string) => boolean,
): void {
  take(scan, /([\ue000-\uf8ff])([\ue000-\uf8ff])/g, ([raw, first, second]) =>
    isLocality(first!) && isBureau(second!) ? { letter: 'X', raw } : null,
  );
}
