// The words somebody looks for or asks the decisions about: what stands in quotation marks, after 搜 or search for, after
// 提到 or mention, after 关于 or about. Found first, so that 虚假广告 is looked for and not taken for an area.
// Invariant: a topic that is only a name of the campaign, a time or a word of the grammar is none.

import { isOtherBusiness } from './manners.ts';
import { type Scan, take } from './scan.ts';

const END = '(?=$|[?。,!;])';
const STUFF = '(?:报告|周报|材料|督办(?:事项)?|任务|议定事项|会商决定|决定|纪要|内容|记录|信息|文件|资料)';
const PLACE = `(?:(?:在|从)?(?:所有|全部|各单位|历次)?(?:的)?(?:${STUFF}|会商|全文)(?:里|中|里面|当中|内)?(?:的)?)`;
const TOPIC = '(.{2,24}?)';

const QUOTED =
  /["“”「『《]([^"“”「」『』《》]{1,40})["“”」』》]|(?<![a-z\d\p{Script=Han}])'([^']{1,40})'(?![a-z])/gu;

/** Where it is looked for stands first: 督办里找一下预付卡. */
const IN_PLACE = `(?<=(?:${STUFF}|会商|会上|全文)(?:里|中|里面|当中|内)(?:给我|帮我)?)(?:查|找|搜)(?:一下|一找|一查|查|找|搜|下)?(?:有没有|有关|关于|提到)?${TOPIC}(?:(?:的|相关的?|有关的?)${STUFF}?)?${END}`;

/** Ways to name the topic; the group is the topic, the rest stays to be read. */
const WAYS: readonly RegExp[] = [
  new RegExp(IN_PLACE, 'g'),
  new RegExp(`^关键(?:词|字)[:\\s]*${TOPIC}${END}`, 'g'),
  new RegExp(`^${TOPIC} (?:检索|搜索|搜一下|查找|搜)${END}`, 'g'),
  new RegExp(
    `^${TOPIC}(?:那个|这个|那|这)(?:件)?(?:事|事情|问题)(?=[^,。?]{0,4}(?:会商|会上|会议|领导小组)[^,。?]{0,4}(?:定|议|拍板))`,
    'g',
  ),
  new RegExp(
    `(?:谁|哪家|哪些单位|哪个单位|有没有人|有没有单位)(?:曾|曾经)?(?:反映|汇报|提)(?:过|了)${TOPIC}(?:的)?(?:情况|问题)?${END}`,
    'g',
  ),
  new RegExp(`(?:跟|和|与)${TOPIC}有关(?:系)?(?:的)?(?:${STUFF})?${END}`, 'g'),
  new RegExp(
    `(?:全文)?(?:搜索|搜寻|检索|查找|搜查|搜(?:一下|一搜|下|搜)?)(?:一下|下)?${PLACE}?(?:有关|关于|提到)?(?:关键词|关键字)?[:\\s]*${TOPIC}(?:(?:的|相关的?|有关的?)${STUFF}?)?${END}`,
    'g',
  ),
  new RegExp(`(?:查|找)(?:一下|一查|一找|查|找|下)?(?:关键词|关键字)[:\\s]*${TOPIC}${END}`, 'g'),
  new RegExp(
    `(?:有没有|是否)就${TOPIC}(?=(?:作出?|做出?|形成|达成)(?:过|了)?(?:什么|哪些)?(?:决定|决议|结论))`,
    'g',
  ),
  new RegExp(
    `找(?:一下|一找|找|下|出)?(?:所有|全部)?(?:有关|关于|提到|涉及)(?:了|过)?${TOPIC}(?:的${STUFF}?)?${END}`,
    'g',
  ),
  new RegExp(
    `(?:提到|提及|写到|说到|讲到|谈到|出现|包含|含有|提过|写过|说过|讲过|谈过)(?:了|过)?(?:有关|关于)?${TOPIC}(?:的|吗|没有?|这个词|这几个字|字样|过)*(?:(?:的)?(?:有)?(?:${STUFF}|哪些|哪几份|单位)(?:有哪些|都有哪些)?)?${END}`,
    'g',
  ),
  new RegExp(
    `${STUFF}(?:里|中|里面|当中)(?:都)?有(?:没有|无)?(?:关于|有关|涉及|讲到?|说到?|写到?|提到?)?${TOPIC}(?:的|吗|没有?|这个词|字样|方面)*(?:的)?(?:${STUFF})?${END}`,
    'g',
  ),
  new RegExp(
    `${STUFF}(?:里|中)?(?:都)?(?:有)?(?:涉及|牵涉)(?:到|了)?${TOPIC}(?:的)?(?:有哪些|都有哪些)?${END}`,
    'g',
  ),
  new RegExp(
    `(?<=^|[\\s,])${TOPIC}(?:这个词)?(?:在|被)?(?:哪些|哪几份|哪份|哪个)(?:单位的)?${STUFF}(?:里|中)?(?:提到|出现|提过|有|写到)`,
    'g',
  ),
  new RegExp(
    `(?:关于|针对|有关(?!于|的|系)|(?<=^|[,、]|会商|会上|会议|小组|上次)就(?=[^,。?]{2,24}(?:作|做|定|决|议|拍板|要求|结论|达成|形成|提出|有(?:什么|哪些|何)))(?![是行好报交填要去来这可能会不没想给按有算把差剩缺说问看]))(?!.{0,3}(?:哪|什么))${TOPIC}(?=(?:的|方面|问题|这块|这个|这事|一事)*(?:的)?(?:会上|会商|领导小组|${STUFF}|有|是|都|作|做|怎么|如何|定|决|议|拍|上次|开会|结论|[?。,!]|$))`,
    'g',
  ),
  new RegExp(
    `(?:对|对于)(?!我|你|他|.{0,3}(?:哪|什么))${TOPIC}(?=(?:的|方面|问题|这块|这个|一事)*(?:都)?(?:有|作|做|是|怎么|如何)?(?:了|过)?(?:什么|哪些|啥|怎么|何)?(?:样的)?(?:决定|定|要求|议定|决议|拍板|说法|结论))`,
    'g',
  ),
  new RegExp(
    `^(?:那|那个)?${TOPIC}(?=(?:这块|这个|问题|的事|到底|最后|是|会上|会商上?|会议上|领导小组| ?meeting ?)*(?:怎么|如何|咋)(?:定|决定)的?)`,
    'g',
  ),
  new RegExp(`^(?:有没有|有哪些|哪些|所有)?${TOPIC}(?:相关|有关)的?(?=${STUFF})`, 'g'),
  new RegExp(
    `(?<=会商|会上|会议)(?:里|中|上)?(?:提到|说到|涉及|讲到)${TOPIC}(?=(?:的|吗|没有?)*${END})`,
    'g',
  ),
  /(?<![a-z])(?:search(?:ing)?|find|look(?:ing)?(?: up)?|grep)(?: (?:in|through))?(?: (?:me|all|any|the|every|anything|something|everything|whatever))*(?: (?:reports?|tasks?|decisions?|minutes|everything|weekly reports?|ledger|full text))*(?: (?:for|about|on|mentioning|mentions? of|references? to|containing|with|(?:that|which|who) (?:mention|contain|refer to|talk about|say|include)s?(?: the (?:word|phrase|term))?))* ([^?,.!]{2,40}?)(?= (?:in|among|within|across|during|since|from) (?:the |all |last |this |reports?|tasks?|decisions?|minutes|bulletins?|20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)|$|[?,.!])/g,
  /(?<![a-z])where (?:is|are|was|were|do we|does) ([^?,.!]{2,40}?) (?:mentioned|referred to|discussed|come up|appear(?:s|ed)?)(?![a-z])/g,
  /(?<![a-z])(?:mention(?:s|ed|ing)?(?: of)?|contain(?:s|ing)?|refer(?:s|red|ring)? to|says? about|said about|(?:word|phrase|term|keyword)) ([^?,.!]{2,40}?)(?= (?:in|among|last|this) |$|[?,.!])/g,
  /(?<![a-z]|what |how )(?:about|(?<=(?:decid|agree|decision|minutes|settl|resol|conclu|ruling|anything|reports?|said|search|say).{0,30})on|regarding|concerning|over|related to|relating to|as to) (?:the )?((?!to [a-z]|the (?:next|last|agenda)|agenda|time|which|what|how|us|me|it|that|my|our|your|whether|when|who|where)[^?,.!]{2,40}?)(?= (?:in|at|last|this|during|issue|matter|question|problem|been|was|were|decided|so)(?![a-z])|$|[?,.!])/g,
];

/** A topic with these around it was cut too wide. */
const EDGES =
  /^(?:的|了|过|有没有|有(?![奖害色限毒])|在|到|所有|一下|关于|有关|跟|和|与|说到?|讲到?|写到?|the |any |all )+|(?:的|了|吗|呢|没有?|么|部分|段落|章节|相关|有关|方面|问题|这个|这块|字样|过|里|一下|来着|的地方|的内容|那个事|这个事|那事|这事|上次|这次|本次|上回|the|please)+$/g;
/** Words of the question itself: 上次会商怎么定的 is about no topic. */
const IS_MEETING = /^(?:上次|这次|下次|本次)|会商|会议|会上|领导小组|(?:meeting|consultation)/;
const NOTHING =
  /^(?:啥|什么|哪些|何|多少)|^(?:什么|啥|哪些|哪个|谁|(?:我|咱|俺)们?(?:的)?(?:单位|局|县|区|市|行|办|这边)?|你|它|他们|那个|这个|这些|事|情况|内容|报告|周报|督办|决定|会商|纪要|通报|task|tasks|report|reports|decisions?|minutes|last time|this time|next time|then|it|that|this|me|us|you|time|\d+)*$/;

/** 搜搜今天油价多少: a question about other business, and no words to look for. */
const asksElsewhere = (topic: string): boolean =>
  /多少|几点|怎么样|怎样|如何|什么|吗$|how|what/.test(topic) && isOtherBusiness(topic);

/** Whether a topic can be one, as it stands in the text: the reader knows the campaign's names and times. */
type IsName = (topic: string) => boolean;

function takeTopic(scan: Scan, way: RegExp, isName: IsName): boolean {
  let taken = false;
  take(scan, new RegExp(way.source, `${way.flags.replace('d', '')}`), (match) => {
    const topic = (match[1] ?? match[2] ?? '').replace(EDGES, '').trim();
    if (taken || topic.length < 2 || NOTHING.test(topic) || asksElsewhere(topic) || isName(topic))
      return null;
    taken = true;
    return { letter: 'Q', raw: topic, query: topic };
  });
  return taken;
}

/** The way with its words kept: only the topic itself is taken out of the text. */
function keepingWords(scan: Scan, way: RegExp, isName: IsName): boolean {
  const match = new RegExp(way.source, way.flags.replace('g', '')).exec(scan.text);
  const topic = (match?.[1] ?? '').replace(EDGES, '').trim();
  if (IS_MEETING.test(topic)) return false;
  if (!match || topic.length < 2 || NOTHING.test(topic) || asksElsewhere(topic) || isName(topic))
    return false;
  const at = scan.text.indexOf(topic, match.index + match[0].indexOf(match[1]!));
  const [before, after] = [scan.text.slice(0, at), scan.text.slice(at + topic.length)];
  const part: Scan = { text: topic, found: scan.found };
  take(part, /^[\s\S]+$/g, () => ({ letter: 'Q', raw: topic, query: topic }));
  scan.text = before + part.text + after;
  return true;
}

/** Takes the topic out of a text; `isName` says what is a name of the campaign and so no topic. */
export function takeTopics(scan: Scan, isName: IsName): void {
  if (takeTopic(scan, QUOTED, isName)) return;
  for (const way of WAYS) if (keepingWords(scan, way, isName)) return;
}
