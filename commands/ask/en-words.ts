// What English words mean in a question; the same notions as in zh-words.ts. Each way stands between word boundaries.

import type { Concept } from './zh-words.ts';

export const EN: Readonly<Partial<Record<Concept, readonly string[]>>> = {
  who: [
    'who(?: all)?|whom',
    "who(?:'s|se)?",
    'which (?:units?|ones?|bureaus?|counties|county|agenc(?:y|ies)|departments?)',
    'which',
    'how many(?: (?:units?|bureaus?|counties|agencies))?',
    'whose',
    'names of',
    'filers|reporters',
    'anyone|anybody|everyone|everybody|nobody',
  ],
  unitsAsked: [
    'which (?:units?|ones?|bureaus?|counties|county|agenc(?:y|ies))',
    'how many (?:units?|bureaus?|counties|agencies)',
    'who',
    'units (?:that|which|who|with)',
    'units',
  ],
  howMany: [
    'how many',
    'how much',
    'number of',
    'count of',
    'count',
    'totals?',
    'in total',
    'altogether',
    'overall total',
  ],
  numbers: ['figures', 'numbers', 'statistics', 'stats', 'data'],
  totalled: [
    'Z',
    'compar(?:e|ed|ison)|trend|versus|vs',
    'totals?',
    'in total',
    'so far',
    'cumulative',
    'change',
    'compared (?:to|with)',
    'to date',
  ],
  what: ['what', "what's", 'which', 'anything', 'something', 'things'],
  list: ['list(?: of)?', 'all', 'overview of'],
  missing: [
    "(?:has|have|had|did|does|do)(?:n't|nt| not) (?:yet )?(?:filed|file|reported|report|submitted|submit|sent|send|turned|turn|handed|hand|got|delivered|delivered)(?: (?:in|yet|it|theirs|anything))*",
    "(?:has|have)(?:n't| not)(?: yet)?",
    'not (?:yet )?(?:filed|reported|submitted|sent|in|received|turned in|handed in|sent in)(?: yet)?',
    '(?:have|has|did) (?:i|we) not (?:yet )?(?:file|report|submit|sen[dt]|hand|turn)(?:ted|ed)?(?: in)?',
    'still (?:not|missing|outstanding|owes?|owing|waiting|out(?= for)|to (?:file|report|submit))',
    'missing|missed|skipped|silent|quiet|no word from|nothing from|unheard|outstanding|not in|slack(?:ing|ed|ers?)|dragging|owes|owing|failed to (?:file|report|submit)|non-?filers?|unfiled|unsubmitted|yet to (?:file|report|submit)|without|stragglers|laggards|defaulters',
  ],
  filed: [
    '(?:has |have |had )?(?:already )?(?:filed|reported|submitted|turned in|handed in|sent in|sent)(?: already| their| theirs| it| in)?',
    '(?:is|are|were|came) in(?=$|[?.! ]*$| yet| already| so far| now)',
  ],
  askFiled: [
    '(?:did|have|has)(?= (?:i|we) (?:already )?(?:filed?|submit(?:ted)?|report(?:ed)?|sen[dt]|hand(?:ed)?)(?![a-z]))',
    '(?:have|did|do|has) (?:you|the office) (?:got|get|receive|received|have)(?= .{0,24}(?:[UODR]|report|our|my))',
    '(?:has|have|did|is|are)(?= (?:the )?[UORDG].{0,40}(?:filed?|report(?:ed)?|submit(?:ted)?|in(?= *(?:yet|already|on time|[?.!]|$))|sen[dt]|turn(?:ed)?|hand(?:ed)?)(?![a-z]))',
    '(?:filed|reported|submitted|in|sent) (?:yet|already)',
    '(?:has|have|did|is) (?:anything|something|it|one|any)(?!.*overdue)(?= .{0,30}(?:come in|came in|arrive|received|from [UO]))',
    'filed or not',
    "(?:did|has|have)(?= (?:my|our|the|U(?:'s)?) .{0,24}(?:go|gone|get|got|come|came|make it) through)",
    "(?:did|has|have)(?= (?:my|our|the|U(?:'s)?|O) .{0,24}(?:arrived?|reach(?:ed)?)(?: you)?(?![a-z]))",
    '(?:has|have|was|is|were)(?= .{0,24}(?:report|D|filing|submission)s? (?:been )?(?:accepted|approved|received|returned)(?![a-z]))',
  ],
  late: [
    'late(?:ly)?',
    "(?:(?:did|has|have|had)(?:n't| not) |not )(?:yet )?(?:(?:file|report|submit|send|hand)(?:ted|ed|d)?|sent|been)?(?: in| it| theirs| D| the D)* ?(?:on time|in time|punctually)|missed the deadline|after time",
    'filed late|reported late|submitted late|too late|were late|was late',
    'tardy|belated|after the deadline',
  ],
  onTime: [
    'on time|in time|punctually|promptly|by the deadline|(?:met|meet|meets|made|kept|keep|hit|beat) (?:the |their |its )?deadlines?|(?:before|ahead of) the deadline',
  ],
  timely: [
    'on[- ]time (?:record|percentage|share|ratio|performance)|(?:share|percentage|proportion|percent|ratio|fraction)(?= .{0,50}(?:on time|late|in time))|timeliness|punctual(?:ity)?|timely|(?:more|most|least|less) (?:punctual|timely|reliable|prompt)|how often (?=.{0,40}(?:late|on time|miss))|slowest|fastest|quickest|on[- ]time rate|lateness|rate of on[- ]time',
  ],
  most: [
    'most(?: often| frequently)?|least|worst|best|highest|lowest|most times|slowest|fastest|quickest|often(?:est)?|always|usually|constantly|chronic(?:ally)?|repeatedly|how often|habitually|keeps?',
  ],
  ranking: [
    'rank(?:ing|ings|ed)?|league table|leaderboard|top (?:three|five|\\d+)|bottom (?:three|five|\\d+)',
  ],
  nil: ['nil(?: reports?)?|nothing to report|zero reports?|nil returns?'],
  returned: ['(?:sent|been sent|was sent|were sent) back|returned|rejected|bounced'],
  waived: [
    'excused from(?= (?:the |their )?[TD])|exemptions?|waivers?|waived|exempt(?:ed)?|excused(?! from)|let off',
  ],
  status: [
    "status|progress(?:ing)?|state of play|how (?:is|are|was|were|did|does|do)|how's|hows|going(?: on)?|doing|coming along|getting on|where (?:are|do) we (?:on|stand|with)|where are we|stand(?:s|ing)?|situation|how far along|updates?(?: on)?|(?:any |the |latest )*(?:news|word|movement|developments?) (?:on|of|from|about|with|at)|state of|what's up with|situation|how far|on track|shaping up|faring",
  ],
  whole: [
    'overall(?: picture)?|campaign|whole campaign|in general|big picture|everything|overview|summary|the lot|across the board|wholly',
  ],
  done: ['done|complete(?:d)?|finished'],
  dueWord: [
    "due|to (?:submit|file|report|hand in|turn in|deliver)|must be in|(?:has|have|need|needs) to be in|must (?:be )?(?:submit(?:ted)?|filed?|report(?:ed)?|sent)|(?:need|have|has|got|needs) to (?:be )?(?:submit(?:ted)?|filed?|report(?:ed)?|hand(?:ed)? in|turn(?:ed)? in|sen[dt](?: in)?|do|deliver(?:ed)?|go (?:in|out|off))|(?:must|should) go (?:in|out|off)|should (?:i|we) (?:submit|file|report)|supposed to (?:submit|file|report|hand in)|fall(?:s|ing)? due|(?:coming|come|comes) due|expire(?:s|d)?|upcoming|coming up|what(?:'s| is) on(?= for)",
  ],
  deadline: [
    'deadlines?|due dates?|due|cut[- ]?off|latest date|by when|when (?:is|are|was|does|do)(?= .{0,60}(?:due|deadline|have to be in|need to be in|be in))|expiry|(?<=when must )the',
  ],
  soon: ['soon|upcoming|coming up|shortly'],
  overdue: [
    'overdue|past[- ](?:due|(?:the |its |their )?deadline)|behind schedule|lapsed|(?:running|run|fallen|falling) behind|behind',
  ],
  red: ['reds?(?: lights?| items?| ones?| flags?)?|flagged red|in the red'],
  yellow: ['(?:yellow|amber)s?(?: lights?| items?| ones?)?'],
  green: ['greens?(?: lights?| items?| ones?)?'],
  me: ['i|we|me|my|us|our|mine|ours|our side'],
  owe: [
    'owe|owed|outstanding|pending|still to do|left to do|left|on my plate|waiting (?:for|on) (?:me|us)|behind on',
  ],
  todo: [
    '(?:am i|are we) (?:all )?(?:up[- ]to[- ]date|caught up|all set|in the clear|good|behind)|what (?:do|must|should) (?:i|we) still (?:do|file|report|submit|send)|(?:left|anything) (?:for (?:me|us) )?to (?:do|file|report|submit)|(?:my |our )?(?:to-?do(?: list)?|to-?dos|to do list|outstanding (?:items|reports|duties|obligations)|pending items|duties|obligations|open items)|assigned to (?:me|us)|(?:my|our) (?:reports|things|stuff)|my tasks|on (?:my|our) (?:plate|list|desk)|hanging over (?:me|us)|do i need to do|do i have to do|should i do',
  ],
  task: ['(?:supervised |supervision )?tasks?|duban items?|action items?|assignments?'],
  unsigned: [
    'to sign for',
    "unsigned|not (?:yet )?signed(?: for)?|(?:awaiting|waiting for|pending) (?:sign[- ]?off|signature|signing|acknowledg\\w+)|to be signed(?: for)?|unacknowledged|yet to be signed(?: for)?|nobody has signed(?: for)?|(?:has|have|had) nobody signed(?: for)?|(?:has|have)n't (?:been )?signed(?: for)?|dispatched",
  ],
  inProgress: ['in progress|under way|underway|ongoing|being (?:worked on|handled|done)|in hand|active'],
  inReview: [
    "(?:awaiting|in|under|pending|for|waiting for|up for) (?:our |the office's )?(?:review|approval)|to be reviewed|to review|submitted for review|reviewing",
  ],
  closed: ['closed|completed|finished|done|resolved|settled'],
  open: [
    "open|not (?:yet )?(?:closed|finished|done|completed|resolved)|unfinished|unclosed|incomplete|remaining|unresolved|still open|aren't (?:closed|done|finished)|outstanding",
  ],
  extension: [
    'extensions?(?: requests?| requested)?|extended|asked for more time|more time|asking for (?:more time|extensions?)|postponement',
  ],
  content: [
    "(?:did|has|have|does)(?=.{0,50}(?:write|say|said|written|wrote)(?![a-z]))|what(?= (?:the )?[UO](?:'s)? .{0,12}(?:report(?:ed)?|filed|sent|submitted|wrote|written)(?![a-z]))|(?<=what(?:'s| exactly| all)? )(?:did|has|have|does)(?=.{0,50}report(?![a-z]))|write|wrote|written|says?|said|contents?|text of|full text|in it|what'?s in|what is in|the wording|original",
  ],
  latest: ['latest|most recent|newest|last(?= (?:D|report|weekly|submission|one))|recent'],
  open_it: [
    'show(?: me)?|open|display|read|pull up|let me (?:see|read)|bring up|view|see|get me|give me|send me|forward',
  ],
  report: ['reports?|submissions?|filings?|papers?'],
  meeting: [
    '(?:monthly |leading group |group )*(?:consultation|(?<!(?:before|after|in|for) (?:my|a) )meeting|session|conference)s?(?: of the leading group)?|leading group|consult|meet',
  ],
  when: ["when(?: is| are| will|'s|s)?|what (?:time|date|day)|which (?:day|date)|date|schedule(?:d)?|time"],
  where: ["where(?: is| will|'s|s)?|venue|location|which room|place"],
  next: ['next|upcoming|coming|following'],
  last: ['last|previous'],
  hold: ['held|hold|take place|takes place|start(?:s|ing)?|begin(?:s)?|scheduled|set for|on for'],
  agenda: [
    'agenda|topics?|(?:which|what) points|com(?:e|es|ing) up(?= (?:in|at) the)|agenda items?|items? (?:on the table|for (?:the |our |T )*(?:next )?(?:meeting|consultation|agenda))|be discussed|discuss(?:ed|ing|ion)?|on the table|talk about|cover(?:ed)?|order of business',
  ],
  attend: [
    "who (?:was|were|is|are) (?:at|in)(?= (?:the )?(?:T |T's |last |next )*(?:meeting|consultation|session))|attend(?:s|ed|ing|ance|ees?)?|coming|(?:come|comes|came)(?! in(?![a-z])| from)|present|absent|absen(?:ce|tees?)|rsvp(?:'?d|ed|s)?|(?:can't|cannot|can not|won't|unable to|not going to|will) (?:make|attend|come|be there)(?: it)?|confirmed|repl(?:ied|y|ies)|responded|accepted (?:the )?invitation|turnout|headcount|quorum|answer(?:ed|s)?(?= .{0,30}invitations?)|invitations?|declined|excused(?= .{0,40}(?:meeting|consultation))|(?<=(?:meeting|consultation) .{0,30})excused|(?:showed|show|turning|turned|showing) up|participat\\w+|skip(?:ped|ping)?(?= .{0,24}(?:meeting|consultation))|invited|who will be there|be there|be at(?= the)|turn(?:ed|ing|s)? up|(?:sent|send|sending|gave|give) (?:their )?apologies|apologi[sz]ed",
  ],
  decided: [
    'decided|agree(?= on| to| anything| something)|decisions?|decide|resolved|resolutions?|agreed|outcome|conclusions?|(?<!(?:\\d|one|two|three|five|ten|few|some|couple of|many) )minutes|settled|concluded|c[ao]me out of',
  ],
  contactWord: [
    'contacts?(?: person| details| info)?|phone(?: number)?|telephone|mobile|number for|number(?= (?:of|for) [UN])|numbers(?= (?:of|for) N)|how (?:do|can) i (?:reach|contact|call|get hold of)|reach|call|get in touch|ring|phone|e-?mail|who (?:do|should|can) (?:i|we) (?:call|contact|talk to|ask|ring|phone)|in charge|responsible|who runs|runs|name of|point of contact',
  ],
  leadWord: [
    '(?:who |which units? |what does [UO] )?(?:leads?|is leading|is in charge of|is responsible for|runs)(?= (?:the )?A)',
  ],
  liaison: ['liaisons?(?: officers?| persons?)?|contact (?:person|officer)|point person'],
  deputy: ['deputy(?: liaison)?|b[- ]?(?:role|person)|backup|back-up|stand-?in|alternate|deputies'],
  head: ['heads?|chiefs?|directors?(?= of U)|boss|in charge(?: of)?|person in charge|leader of U'],
  leader: [
    '(?:leading )?group leader|leader of the (?:leading )?group|(?:vice|deputy) (?:group )?leader|leaders?(?! of U)|chair(?:man|person)?(?: of the leading group)?',
  ],
  office: ['(?:leading group )?office(?: staff| director)?|secretariat'],
  unmasked: [
    'unmasked|full (?:phone|mobile|number|telephone)(?: number)?|complete (?:phone|number)|without (?:the )?(?:mask|asterisks|stars)|not masked|unredacted|in full|unhidden',
  ],
  bulletin: ['bulletins?|circulars?|newsletter'],
  draft: ['draft|unpublished|not (?:yet )?published|unapproved'],
  issue: ['issue'],
  search: [
    'search(?: for| the| in| all| through)*|(?<![UORG] )find(?: me| all| any)*|look (?:for|up)|looking for|grep|mention(?:s|ed|ing)?(?: of)?|contain(?:s|ing)?|(?:containing|referring to|refer to|references? to)|where does Q',
  ],
  about: ['(?:anything )?(?:about|regarding|concerning|on|related to|relating to)(?: the)?(?= ?Q)'],
  mention: ['mention(?:s|ed|ing)?(?: of)?|contain(?:s|ing)?|refer(?:s|red|ring)? to|say(?:s)? about'],
  history: [
    'histor(?:y|ies)|timeline|trail|log of|who (?:changed|edited|signed(?: for)?|returned|accepted|filed|submitted|closed|approved|reviewed|created|dispatched|extended|reopened|withdrew|waived|sent back|rejected|modified|issued|opened)(?= .{0,60}[KDU])|who (?:changed|edited|signed for|signed|returned|accepted|closed|approved|reviewed|created|reopened|withdrew|waived|rejected|modified)(?: it| that| this)?|(?:how many times|how often(?!.{0,40}(?:late|on time|miss))) (?:was|has|did|were|is)|what happened (?:to|with)|when (?:was|did|were) (?=.{0,60}(?:signed|returned|accepted|filed|submitted|closed|approved|changed|file|submit|sign|close|change|approve|report it)(?![a-z]))|past versions|earlier versions|versions?|changes (?:to|made|in)|revisions?|how (?:did|has|have)(?= .{0,40}chang)|changed(?! to)|what has happened|who (?:has )?(?:touched|handled|worked on)(?= .{0,60}[KDU])',
  ],
  sentMe: [
    '(?:am i|i am|are we|we are|was i|i was|keep|get) (?:being |getting )?(?:reminded|chased|pinged|nagged|notified|bothered)|(?:sent|send|sending|messaged|messaging|ping(?:ed|ing)?|remind(?:ed|ing|er|ers|s)?|chas(?:ed|ing)|nag(?:ged|ging)?|nudg(?:e|ed|ing)|notif(?:y|ied|ying)|bother(?:ed|ing)?|told|(?<=(?:did|have) you )tell|writ(?:e|ing)|wrote|text(?:ed)?)(?: to)? (?:me|us)|(?:i|we) (?:get|getting|receive|received|am getting|have received)(?= |$)(?! (?:help|back|in))|(?:these |this |that |the |my )?(?:reminders?|messages?|notifications?|pings?)|did you (?:send|remind|chase|ping|tell|message|notify)|have you (?:sent|told)|you (?:sent|send)',
  ],
  why: ["why(?: did| do| am| are| is| was|'d|'s)?|what for|how come|reason"],
  you: ['you|your|bot'],
  howTo: [
    '(?:can|may|could) (?:i|we) (?:still )?(?:change|correct|edit|amend|withdraw|resubmit|update)(?= (?:my|our|the|a|it))',
    'how (?:do|can|to|should|would|does)(?! (?:i |we |one )?(?:reach|contact|call|get hold|get in touch))(?: (?:i|we|one|you|it))?(?: (?:i|use|file|report|submit|send|ask|request|sign|change|set|work|upload|hand in|fill|make|do|get|apply|search|export|give|chase|attach))*(?! (?:reach|contact|call))|where (?:do|can|should) (?:i|we) (?:file|submit|report|find|enter|change|set|ask|send|upload|fill|sign)|steps (?:to|for)|instructions|procedure',
  ],
  helpWord: [
    '(?:what|everything) you (?:can|know|are able to)(?: do| answer| tell)?|(?:what|which) (?:kinds? of |sorts? of )?(?:questions?|things|stuff) (?:can|may|should|could|do) (?:i|we|you) (?:ask|put|say|type|answer|know|understand|handle)(?: to)?(?: you)?',
    'help(?: me)?|what (?:can|could) (?:you|i)(?: (?:do|ask|help|say|type|know))*|what do you do|what are you(?: able to)?|commands?|manual|guide|tutorial|usage|user guide|how does (?:this|it) work|how do you work|what is this|features|options|who are you|capabilit\\w+',
  ],
  wantTo: [
    "(?:i|we) (?:want|need|would like|wish) to|i'd like to|let me|let's|i'm going to|want to|i'll|we'll|time to|please",
  ],
  file: [
    "(?:file|submit|hand in|turn in|send in|enter|fill in|fill out|upload)(?= (?:a |an |the |my |our |this |in )*(?:T |T's )?(?:D|report|T))|(?<=^|to |please )report for (?:this week|T|U)|file(?= (?:my|our|the|a))|report now|(?:write|do)(?= (?:my|our|the) (?:T'?s? )?D)",
  ],
  chase: [
    'chase(?: up)?|remind(?= (?:U|R|them|those|everyone|everybody|all|the|units|whoever))|nudge|prod|send (?:a )?reminders?(?= to)|follow up with|ping(?= (?:U|R|them|those|the))|urge',
  ],
  sendBack: ['return(?= )|send (?:it |D |them |the )?back|send .{0,30} back|reject'],
  accept: ['accept(?! as)|approve(?= .{0,20}D)|confirm receipt'],
  waive: ['waive|exempt|excuse(?= U)|let .{0,10} off'],
  dispute: ['dispute|object(?:ion)?|appeal|contest|disagree|challenge|protest'],
  makeBulletin: [
    "(?:draft|prepare|write|create|make|publish|issue|approve|edit|preview|correct|generate|send out|release|compose|amend)(?= (?:a |an |the |this |T |T's |new |me |us )*(?:correction (?:to|for) )?(?:the )?(?:bulletin|B))",
  ],
  newTask: [
    '(?:open(?= a| new)|create|new(?= (?:supervised )?task(?!s))|add|make|raise|assign|set up|start|dispatch|issue)(?= (?:a |an |the |new |supervised )*tasks?)|turn .{0,20} into a task',
    '(?:give|assign|hand) (?:the )?U (?:a|another|one more)(?= (?:new )?task)|(?:make|turn|convert) (?:this|it|that|these|them)(?= (?:into )?(?:an? )?(?:new )?(?:supervised )?tasks?)',
  ],
  taskVerb: [
    '(?:change|move|shift|push|extend|set)(?: back)?(?= (?:the |a )?(?:K|task)(?:.?s)? (?:deadline|due date))|sign(?: for| off)?(?= (?:K|the task|it))|(?<=K.{0,6})(?:can|may|should) be (?:closed|withdrawn|reopened|cancelled)|(?:feed ?back|give feedback|submit|close|reopen|withdraw|extend|return|reassign|cancel|sign for|send back|complete|request an? extension|ask for an? extension|ask for more time)(?= (?:on |for |of )?(?:the )?(?:K|task))|(?:request|ask for|needs?|want|apply for) (?:an? )?(?:extension|more time)|turn .{0,20} into a task',
  ],
  consultationVerb: [
    "(?:propose|add|suggest|submit|put forward|put|raise|table)(?= (?:a |an |the |new |up )*(?:topic|agenda item|item|point))|(?:move|postpone|cancel|reschedule|schedule|convene|call|arrange|issue|hold)(?= (?:the |a |T'?s? |next )*(?:meeting|consultation))|(?:write|draft|approve)(?= (?:the |up )*minutes)|(?:can't|cannot|won't|will not) (?:attend|make it|come)|rsvp(?!'?d|s|ed)",
  ],
  incident: [
    '(?:report |raise |file )?(?:an )?(?:incident|emergency)(?: report)?|urgent report|emergency|(?:a )?crowds?(?: (?:has |have )?gather(?:ed|ing))?|protesters|petitioners|absconded|ran off|mass incident',
    'urgent|fled|has run away|went missing|gathering outside|(?:investors?|people|villagers|depositors) (?:are |have |were )?(?:now )?(?:gather(?:ed|ing)?|protest(?:ing|ed)?|block(?:ing|ed)?|surround(?:ing|ed)?|besieg(?:ing|ed)?)',
  ],
  roster: ['roster|directory|contact list|list of (?:liaisons|contacts|people)|staff list|phone ?book'],
  replaceLiaison: [
    "(?:replace|change|swap|hand over|update|appoint)(?= (?:the |our |my |its |their |his |her |U'?s? |a |new )*(?:liaison|contact person))|new liaison|different liaison",
  ],
  leave: [
    "(?:on |take |taking |ask for |request |apply for |go on )?(?:leave|vacation|annual leave|sick leave|days? off|time off)|holiday leave|out of office|(?:i am|i'm|i'll be|will be) away|off sick",
  ],
  rehearse: [
    'rehears(?:e|al)|dry[- ]run|simulat(?:e|ion)|what (?:will|would) be sent|what will you send|preview (?:the )?(?:messages|sends)',
  ],
  export: [
    'export|download|(?:as|to|in|into) (?:a )?(?:spreadsheet|excel|csv|xlsx)|spreadsheet|excel|csv|xlsx',
  ],
  ledger: ['ledger|records'],
  audit: ['audit(?: log| trail| record)?s?|logs?'],
  settings: [
    'settings?|preferences|config(?:uration)?|(?:switch|change|set) (?:my |the )?language(?: to (?:english|chinese))?|(?:switch|change) to (?:english|chinese)|language|quiet hours|working hours|turn (?:on|off)|stop (?:reminding|chasing|pinging|messaging|notifying) (?:me|us)|(?:move|change|shift|push)(?= (?:the |our )?(?:D )?deadline)|speak (?:english|chinese) to me|in english please',
    '(?:switch|change|set|put|turn) (?:me|it|this|that|everything|you) (?:over )?(?:in)?to (?:english|chinese)',
    '(?:talk|write|reply|answer) (?:to me )?in (?:english|chinese)',
  ],
  note: [
    '(?:add|leave|make|write|attach|put|jot down|take) (?:a )?(?:note|remark|comment|annotation)|annotate|comment on|note on',
  ],
  exception: [
    'mean(?:s|t)?(?! of)|definition|difference between|calculated|computed|consequences?|penalt(?:y|ies)|counts? as|every (?:time|single)|each time|without (?:exception|fail)|never|in a row|consecutive(?:ly)?|on average|average|median|(?:more|less|fewer|other) than|at least|at most|under \\d+|over \\d+|twice|(?:more|less|fewer) than (?:once|\\d+|half)|(?:once|twice|\\d+ times|three times) or more|no (?:more|less|fewer) than|exceed(?:s|ed|ing)?|above \\d+|below \\d+|half of|majority|minority|neither|both .{1,30} and',
    'except(?: for)?|excluding|other than|apart from|aside from|besides|leaving out|not counting|but not|anyone but|everyone but|all but|instead of|rather than',
  ],
  they: ['they|them|their|theirs|these|those|that unit|this unit|it|its'],
  fill: [
    'among(?:st)?|hand(?:ed)? over|pass(?:ed)? on',
    'attachments?|photos?|screenshots?|(?:go|gone|went|got|get) through',
    '(?:need|needs|have|has|got|going|about) to leave(?: early| soon| now)?|leave early',
    "(?:what|how) about|(?:come|comes|came) in|quick(?:ly)?|brief(?:ly)?|exactly|actually|basically|roughly|concerning|regarding|details?|information|info|kindly|altogether|passed on|once more|please|thing is|by the way|just wondering|wondering|curious|happen(?:ed)? to|the|a|an|of|for|in|on|at|to|is|are|was|were|be|been|being|am|do|does|did|has|have|had|i|we|me|my|us|our|you|your|it|its|this|that|there|here|by|from|with|and|or|but|so|as|than|then|if|s|'s|t|d|ll|re|ve|m|not|no|yes|any|all|some|more|each|every|both|few|one|ones|only|just|also|too|even|yet|still|already|now|find|finds|right|currently|today's|please|pls|okay|ok|well|um|uh|hmm|what|which|that's|will|would|could|can|shall|should|may|might|must|about|into|out|up|down|over|off|per|via|during|since|until|before|after|within|go|get|got|gets|give|gives|show|shows|see|tell|list|need|want|like|let|know|look|check|much|many|other|another|own|same|such|very|really|again|back|side|way|thing|things|say|mean|they|them|their|he|she|his|her|reporting|reported|units?|bureau|county|phase|stage|area|field|period|week|month|today|far|ever|these|those|ago|due|new|current|most",
  ],
};
