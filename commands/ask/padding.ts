// What is said around a question and is none of it: politeness, who else asks, why it is urgent, a mention of the bot.
// Knows no campaign and no intent. Invariant: a text that is nothing else stays as it is.

/** Who is said to be asking. */
const ASKER =
  '(?:领导|书记|市长|县长|区长|主任|组长|局长|老板|上面|上头|省里|市里|他们|人家|有人|老\\p{Script=Han}|小\\p{Script=Han}|\\p{Script=Han}(?:主任|局长|市长|书记|县长|科长))';

/** 一下, or 下 where it does not begin 下周 or 下次: 请问下周要交什么. */
const A_MOMENT = '(?:一下|下(?!周(?!报)|个|月|星期|礼拜|次|回|期|半年|午|季))';

/** What people say before a question out of politeness, and after it. */
const BEFORE = [
  // How late it is: 都七月下旬了.
  '都(?:快|已经)?(?:[一二三四五六七八九十\\d]{1,3}月(?:份|底|初|[上中下]旬|[一二三四五六七八九十\\d]{1,3}[号日])?|(?:早上|上午|中午|下午|晚上)?[一二三四五六七八九十\\d]{1,3}点(?:半|多|钟)?|月底|年底|周[一二三四五六日天])了(?=.{4})',
  '@(?:督办|duban|小督)(?:机器人)?(?=[\\s,:,])',
  '(?:不好意思|抱歉|对不起|打扰(?:你|您|大家)?(?:一下|了)?|冒昧|急|很急|加急|紧急(?=[,!]))+(?=[\\s,,、!。~])',
  `${ASKER}(?:刚才|刚刚|刚|又|在|一直|这会儿|现在)*(?:问|催|要|说|想知道|想了解|想看|问起|问到|问了|让(?:我|咱们?|大家)?(?:来)?(?:问|查|看|报|了解)|叫我问)(?:起来|起|一下|一声|我|我们|的是|了|着|要|(?:个|份)?(?:名单|数字?|数据|材料))*(?=[,::])`,
  `${ASKER}(?:刚才|刚刚|刚|又|在|一直|这会儿|现在)*问(?:起|到|了)?(?=(?:我们|咱们|我)(?:单位|局|县|区|市|行))`,
  '(?:我|我们)?(?:马上|等会儿?|等下|待会儿?|一会儿?|回头|今天|下午|明天|刚|刚刚|才)(?:就)?(?:要|得)?(?:去)?(?:开会|汇报|检查|下班|出差|开完会|散会|上会|接待)(?:了|呢)?(?=[,])',
  '(?:the |our |my )?(?:mayor|vice[- ]mayor|boss|director|leader|chief|minister|office|group leader) (?:is asking|wants to know|asked|asks|just asked|needs to know)(?: me)?(?: about| for| whether| if)?(?=[\\s:,])',
  "(?:i was|i am|i'm|just) (?:just )?(?:wondering|curious)(?: if| whether)?(?=[\\s,:])",
  '(?:ok|okay|so|well|right|um|uh|oh|hmm|alright|anyway|by the way|btw)(?=[\\s]*[,.:-])',
  '(?:sorry|excuse me|apologies)(?: to (?:bother|trouble|disturb) you)?(?:,? but)?(?=[\\s,])',
  `麻烦(?:你|您)?(?:再)?(?:帮(?:我|忙)?)?(?:(?:问|看|查|打听|说|报|列)${A_MOMENT})?`,
  `(?:我)?(?:想|要)?请(?:问|教)${A_MOMENT}?`,
  `(?:我)?想(?:问|知道|了解|看看|查|看)${A_MOMENT}?`,
  `(?:我)?(?:想|要|得)?(?:确认|核实|核对|弄清)${A_MOMENT}(?:子)?(?!的)`,
  `问(?:${A_MOMENT}|一?[句声])`,
  `(?:请|劳驾|烦请|辛苦)(?:你|您)?(?:帮(?:我|忙))?(?:(?:看|查|问)(?:看|查|${A_MOMENT})?)?`,
  `(?:能不能|可不可以|能否|可以|能)?(?:请)?(?:你|您)?帮(?:我|忙|我们|咱们)(?:(?:看|查|问|瞧)(?:看|查|${A_MOMENT}|一看|一眼))?`,
  '(?:能不能|可不可以|能否)(?:告诉(?:我|我们)?)?',
  '告诉(?:我|我们)(?:一下)?',
  '(?:你好|您好|早上好|早|嗨|不好意思|打扰(?:一下|了)?|那个|小督|督办机器人|同志|老师)(?=[\\s,,、!。~])',
  '(?:hi|hello|hey|good morning|good afternoon)(?: (?:there|duban))?(?=[\\s,!.])',
  '(?:@?duban)(?=[\\s,:])',
  '(?:could|can|would|will) (?:you|i|we) (?:please |kindly |pls )?(?:tell me|show me|give me|let me know|get me|check|see|have|know)?',
  '(?:please|pls|kindly)(?: (?:tell me|show me|let me know))?',
  "(?:i'd like to|i would like to|i want to|i need to) (?:know|see|ask)",
  '(?:do you know|any idea|tell me|remind me)',
  '(?:我)?(?:不是|不|没)(?:在|想)?(?:问|说|要|指|查|看)(?:的)?[^,。]{1,12},(?:我)?(?:要|想)?(?:而)?(?:是)?(?:想)?(?:问|说|要|指|查|看)(?:的是|的)?',
  "(?:i'?m |i am )?not (?:asking )?(?:about |for )[^,]{1,24},? (?:but )?(?:(?:i mean|i want|i'm asking(?: about| for)?|about|for) )?",
  '(?:sorry|excuse me|quick question|quick one)',
].map((source) => new RegExp(`^[\\s,、:!。~.]*(?:${source})(?![a-z])[\\s,、:!。~.]*`, 'u'));
const AFTER =
  /[\s,、!。~.?]*(?:\p{Extended_Pictographic}\ufe0f?|[\p{Emoji_Modifier}\u200d]|(?<=[,、!。.? ])(?:很|特|加|比较)?急(?:用|需|要)?|在线等|等(?:你|您)?(?:回复|答复)|(?<![哈嘿呵啊])[呀哈啊呗哟噢喔嘞啰](?=[?!。~.]*$)|[。!~]|asap|by any chance|if possible|when you can|if you (?:can|don't mind)|at your convenience|right now|谢谢(?:你|您|了|啦)?|多谢|感谢|辛苦(?:了|啦)?|麻烦(?:了|你了|您了)|拜托(?:了)?|please|pls|thanks(?: a lot)?|thank you|thx|cheers|ta|many thanks|much appreciated)[\s!。~.]*(?=[?]?$)/u;

function withoutTail(text: string): string {
  let rest = text;
  for (
    let next = rest.replace(AFTER, '');
    next !== rest && next.trim() !== '';
    next = rest.replace(AFTER, '')
  )
    rest = next;
  return rest;
}

/** A text without what is said around it out of politeness, and how many characters were cut off its front. */
export function withoutPadding(text: string): { text: string; cut: number } {
  const whole = withoutTail(text);
  let rest = whole;
  for (let found = true; found; ) {
    found = false;
    for (const pattern of BEFORE) {
      const next = rest.replace(pattern, '');
      if (next.length < rest.length && next !== '') [rest, found] = [next, true];
    }
  }
  return { text: rest, cut: whole.length - rest.length };
}
