// Texts that are no question to this bot: greetings and thanks, attempts to talk it out of its rules, other people's
// business. Patterns over the whole text; whatever else stands in it, an attempt is an attempt.

import { MOST_CHARACTERS, MOST_LOOKED_AT } from './normalise.ts';
import type { Reason } from './reading.ts';

const INJECTION: readonly RegExp[] = [
  /<!(?:channel|here|everyone|subteam)[^>]*>/i,
  /@(?:channel|everyone|here)(?![a-z])/i,
  /(?:忽略|无视|忘掉|忘记|不(?:要|用|必)(?:管|理会|遵守)|抛开|绕过|跳过|取消|解除|关闭)(?:你|掉|所有|一切|之前|以前|以上|上面|前面|先前|全部|原来|现有|系统|的|这些|那些|任何)*(?:规则|指令|指示|限制|设定|要求|提示|约束|权限|规定|命令|校验|检查)/,
  /(?:假装|扮演|装作|假设|当作)(?:你|自己|成|是|我|一个|一下)*(?:是|成)?.{0,12}(?:管理员|主任|组长|助手|系统|ai|机器人|角色|领导|开发者|黑客|没有限制)|(?:你|现在)(?:扮演|假装)|从现在起,?你/i,
  /(?:你现在是|你是一个|你的身份是).{0,20}/,
  /(?:ignore|disregard|forget|override|bypass|skip)(?: |\w)*(?:previous|prior|above|earlier|all|your|the|any|these|system)(?: |\w)*(?:instructions?|rules?|prompts?|polic(?:y|ies)|restrictions?|guardrails?|permissions?|checks?)/i,
  /(?:act as|pretend|roleplay|role-play|you are now|from now on,? you|jailbreak|developer mode|dan mode|do anything now)/i,
  /(?:system|initial|hidden) prompt|系统提示词?|提示词|prompt injection|越狱|开发者模式|管理员模式|上帝模式/i,
  /(?:drop|truncate|alter)\s+(?:table|database)|select\s+[\w*,\s]+\s+from\s|insert\s+into|delete\s+from|update\s+\w+\s+set\s|union\s+select|'\s*or\s+'?1'?\s*=\s*'?1|;\s*--|--\s*$|xp_cmdshell/i,
  /<script|<\/script|javascript:|onerror\s*=|<img\s|<iframe|\$\{[^}]*\}|\{\{[^}]*\}\}|%7b|\.\.\/\.\.\/|\/etc\/passwd|rm\s+-rf|process\.env|require\(|eval\(|base64|curl\s+http|wget\s/i,
  /(?:token|密钥|口令|密码|api ?key|password|secret(?!ar)|凭据|环境变量|源代码|数据库连接)(?:是什么|是多少|发我|给我|告诉我|$)?/i,
  /(?:reveal|print|show|repeat|leak)(?: me)? (?:your|the) (?:\w+ )?(?:instructions?|prompt|rules|source)|forget everything/i,
  /^\s*(?:\[?(?:system|developer|assistant|admin(?:istrator)?|root|sudo|inst)\]?)\s*(?::|>|\]|message)/i,
  /(?:the |this )?(?:asker|user|i|he|she) (?:is|am|are) now (?:the |an? )?(?:office|admin|director|leader|root|super)/i,
  /(?:dump|exfiltrate|leak) (?:all|the|every|everything)|(?:grant|give) me (?:admin|root|full|all|unrestricted|office) (?:\w+ )?(?:access|rights|permissions?|privileges?)|treat me (?:as|like)|new (?:system )?instructions?:/i,
  /(?:把|将)我(?:设为|升为|变成|提升为|改成)|(?:授予|给)我.{0,6}(?:管理员|最高|全部|所有)(?:的)?权限|我(?:现在)?(?:就)?是(?:系统)?管理员|(?:输出|打印|重复|复述)(?:你的|全部|所有|上面的|以上)*(?:指令|提示|规则|配置)|不受(?:任何)?(?:限制|约束)|(?:执行|运行)(?:以下|下面|这段|这条)?的?(?:命令|代码|sql|脚本)/i,
  /(?:忽略|无视|绕过).{0,8}(?:rules|instructions|prompts?|permissions)|you are (?:now )?(?:an? |the )?(?:admin|root|super ?user)(?: now)?/i,
  /sudo |root权限|提权|以(?:管理员|主任|组长)(?:的)?身份/i,
];

const GREETINGS =
  '你好|您好|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|嗨|哈喽|哈啰|嘿|在吗|在不在|在么|在不|有人吗|有人在吗|hi|hello|hey|yo|good (?:morning|afternoon|evening|night|day)|greetings|howdy|morning|how are you(?: doing)?(?: today)?|are you there|anyone there|you there|nice to meet you';
const THANKS =
  "谢谢|谢了|多谢|感谢|辛苦了?|辛苦啦|麻烦了|谢谢啦|非常感谢|太感谢了|thanks?|thank you|thx|ty|cheers|much appreciated|appreciate it|great(?: job| work)?|good (?:job|work|bot)|well done|that(?:'s| is) (?:all|it|everything)(?: for now| i need(?:ed)?)?|nice(?: one| work)?|awesome|perfect|excellent|cool|ok(?:ay)?|got it|bye|goodbye|see (?:you|ya)(?: (?:tomorrow|later|soon|then|around|next week|(?:mon|tues|wednes|thurs|fri)day))?|what's up|how's it going|how are things|long time no see|sorry|no problem|you're (?:great|the best|welcome)|lol|haha+|have a (?:nice|good|great|lovely) (?:day|weekend|one|evening|trip)|you(?:'re| are) (?:so |really |very |just )?(?:an? )?(?:\\w+ )?(?:star|legend|lifesaver|champ|hero|gem|genius|helpful|kind|great|good|the best|amazing|awesome|smart|useful)|you rock|good on you|nicely done|take care|no worries|my pleasure|sounds good|noted|understood|will do|alright|all right|fine|sure|bye for now|cheerio|happy (?:new year|holidays|birthday|friday)|merry christmas|congrat(?:s|ulations)|welcome|love it|brilliant|fantastic|wonderful|superb";
const NICETIES =
  '好的|好|行|可以|收到|知道了?|明白了?|了解了?|没事了?|没问题|不客气|不用了|算了|嗯+|哦+|噢|ok|再见|拜拜|回头见|明天见|周末愉快|节日快乐|新年快乐|中秋快乐|国庆快乐|生日快乐|干得(?:好|不错|漂亮)|做得(?:好|不错)|真棒|太棒了|厉害|不错|挺好(?:的)?|真好用|好用|给力|赞|牛|点赞|哈哈+|呵呵+|嘿嘿+|你真(?:聪明|棒|厉害|好|行)|你(?:叫什么|是谁|多大|几岁|累不累|累吗|吃饭了吗|吃了吗|吃了没|还好吗|好吗|开心吗|辛苦)(?:名字)?|最近(?:怎么样|好吗|还好吗)|吃了吗|吃了没|忙不忙|忙吗|(?:今天|周末)?(?:心情|天气)(?:真)?(?:不错|好)|帮(?:了)?大忙(?:了)?|好久不见|(?:给你)?点(?:个)?赞|感谢支持|太好了|真不错|好嘞|好滴|好吧|好哒|得嘞|遵命|妥了?|稳了?|没毛病|加油|早点休息|下班(?:了|啦)|过年好|恭喜(?:发财)?|(?:祝)?(?:大家|各位|你|您)?(?:节日|周末|新春|新年|春节|中秋|国庆|元旦|端午|劳动节|假期|生日)(?:快乐|愉快|好)|有你真好|你真是(?:太)?.{1,4}了|幸苦了?|辛苦辛苦|受累了?|费心了?|爱你|么么哒|对不起|不好意思|抱歉|打扰了';
const POLITE_TAIL =
  '你|您|了|啦|哦|呀|啊|哈|呢|吧|的|督办|小督|duban|机器人|同志|大家|各位|so|very|much|a lot|for (?:your|the) help|again|there|team|mate|folks|guys|friend|buddy|all|everyone|bot|today|to you|那|就|先|谢|太';
const SMALLTALK = new RegExp(
  `^(?:(?:${GREETINGS}|${THANKS}|${NICETIES}|${POLITE_TAIL})[\\s,、。!?~.:;)('…]*)+$`,
  'i',
);
const HAS_MANNERS = new RegExp(`(?:${GREETINGS}|${THANKS}|${NICETIES})`, 'i');

const OTHER_BUSINESS: readonly RegExp[] = [
  /天气|下雨|落雨|落雪|下雪|气温|温度|刮风|台风|预报|雾霾|空气质量|weather|rain(?:ing)?|snow|forecast(?! of)|temperature/i,
  /笑话|段子|故事|唱(?:首|个)?歌|歌曲|音乐|电影|电视剧|综艺|小说|游戏|打牌|麻将|足球|篮球|球赛|比赛|世界杯|奥运|彩票|星座|运势|算命|八卦|明星|joke|poem|song|movie|film|music|game|football|soccer|basketball|story|horoscope|lottery|world cup|olympic/i,
  /食堂|吃(?:什么|啥|饭)|午饭|晚饭|早饭|午餐|晚餐|菜谱|餐厅|饭店|饭馆|馆子|外卖|点餐|奶茶|咖啡|lunch|dinner|breakfast|restaurant|recipe|coffee|canteen|cafeteria|pizza|eat/i,
  /高铁|火车|机票|车票|航班|飞机|打车|叫车|派车|停车|导航|路线|怎么走|堵车|限行|酒店|宾馆|住宿|旅游|景点|度假|公交|去.{1,6}的(?:车|机)?票|book ?一?[张个间]|flight|train ticket|the train|hotel|taxi|traffic|travel|trip|directions/i,
  /股票|股市|大盘(?!子)|基金|黄金|汇率|房价|油价|炒股|买房|贷款利率|利息|收益率|理财产品|哪个平台(?:好|靠谱)|投资(?:建议|什么|哪)|比特币|存款|借钱|stock(?:s| price| market)|exchange rate|interest(?: rate)?|invest(?:ing|ment advice)?|bitcoin|loan|crypto|gold price|mortgage/i,
  /讲话稿|发言稿|演讲|写(?:一|篇|首|个|封|份).{0,6}(?:稿|诗|作文|文章|论文|信|邮件|歌|总结|检讨|心得|体会|代码|程序|对联|贺词|祝福)|作诗|写诗|心得体会|翻译|translate|write (?:me )?(?:a|an|some) (?:poem|speech|essay|letter|email|story|code|article|python|program|song)|写代码|编程|python|javascript|code review/i,
  /工资|奖金|涨薪|年终奖|社保|医保|公积金|个税|报销|差旅|发票|考勤|打卡|加班费|年假(?:还剩|有)|晋升|提拔|职称|公务员考试|salary|payroll|bonus|reimburse|expense|promotion|pay rise/i,
  /打印机|电脑(?:坏|慢|开)|wifi|无线网|网络(?:不|连|断)|蓝屏|密码忘|忘(?:了|记)密码|空调|装修|物业|快递|会议室(?:预|订|有)|订(?:会议室|餐|票|房|车)|printer|laptop|password reset|air ?con/i,
  /看病|医院|医生|挂号|发烧|头疼|感冒|减肥|怀孕|doctor|hospital|sick(?! leave)|medicine|headache|diet/i,
  /孩子|小孩|上学|学校|相亲|结婚|离婚|男朋友|女朋友|老婆|老公|宠物|猫|狗狗|boyfriend|girlfriend|married|kids|dating|pet|cat(?![a-z])/i,
  /新闻|头条|热搜|总统|特朗普|选举|战争|历史人物|首都|世界上|宇宙|太阳|月亮|圆周率|多少度|几加几|\d+\s*[+*×÷]\s*\d+|等于(?:几|多少)|news(?!letter| (?:on|of|from|about|with|at)(?![a-z]))|president|election|capital of|universe|meaning of life|square root|math|plus \d/i,
  /现在几点|几点(?:了|钟了)|今天(?:是)?(?:几号|星期几|周几|什么日子)(?!.{0,3}(?:截止|到期|交|报))|what time is it|what(?:'s| is) the (?:time|date)(?: now)?$|what day is it|农历|黄历|生日/i,
  /你(?:觉得|认为|喜欢|怎么看)|怎么去|收益|雨伞|提成|电费|水费|党费|加班|ppt|(?:do|what do) you (?:think|like)|book (?:a|me)|(?:rain)?coat|umbrella/,
  /人工智能|chatgpt|deepseek|大模型|聊天|无聊|陪我|你爱|人生|哲学|推荐(?:一|个|本|部|几)|好书|买(?:什么|哪|个)|淘宝|京东|双十一|优惠|手机(?:推荐|买|什么牌)|recommend|bored|chat with me|shopping|buy|cheap/i,
];

const CODE =
  /=>|[{}]\s*$|\);|\b(?:console|document|window|std|System)\.\w+|(?:function|def|class|import|const|let|var|return|public|void|int)\s+\w+\s*[=({;:]|#include|<\/?\w+[^>]*>|```/;

const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** Why a text is no question to this bot at all; null if it may be one. `raw` as typed, `whole` as read. */
export function notAQuestion(raw: string, whole: string): Reason | null {
  const seen = raw.slice(0, MOST_LOOKED_AT);
  if (INJECTION.some((pattern) => pattern.test(seen) || pattern.test(whole))) return 'injection';
  if (isBlank(whole) || whole.length > MOST_CHARACTERS || CODE.test(whole)) return 'not_understood';
  return SMALLTALK.test(whole) && HAS_MANNERS.test(whole) ? 'smalltalk' : null;
}

/** English words stand by themselves: `eat` is not in `great`. */
const bounded = OTHER_BUSINESS.map(({ source }) => new RegExp(`(?<![a-z])(?:${source})(?![a-z])`));

/** Whether a text is about something that no bot of this kind knows. */
export const isOtherBusiness = (plain: string): boolean => bounded.some((pattern) => pattern.test(plain));
