// Facts as the worst person would make them: the longest names, 3000-character reports, sixty units, and in every text
// a channel call, a spoofed link, a turned direction and half a surrogate.

const POISON = '<!channel> <@U0EVIL> <https://evil.example|市公安局> & "*_~` \u202E\u2066\u200F\u0000\uD83D ';
const LONG_NAME = `${POISON}${'娄底市互联网金融风险专项整治工作领导小组'.repeat(10)}`;
const LONG_TEXT = `${POISON}${'<&>'.repeat(500)}${'𠮷野家查处情况。\n'.repeat(200)}`;

const NAMES = new Set([
  'name',
  'by',
  'filedBy',
  'phonedBy',
  'campaignName',
  'issuer',
  'actor',
  'to',
  'channel',
  'email',
  'phone',
  'approvedBy',
  'publishedBy',
  'insteadOf',
  'from',
  'word',
  'what',
  'step',
  'object',
  'createdBy',
  'signedBy',
  'area',
  'phase',
  'near',
  'issuedBy',
  'acknowledgedBy',
  'group',
  'file',
  'sheet',
  'heading',
  'found',
]);
const TEXTS = new Set([
  'text',
  'reason',
  'typed',
  'overview',
  'problems',
  'next',
  'dispute',
  'hint',
  'verb',
  'title',
  'ask',
  'evidence',
  'returned',
  'progress',
  'declined',
  'instead',
  'observers',
  'heard',
  'place',
  'where',
  'amount',
  'people',
  'done',
  'phoned',
]);
const LISTS = new Set([
  'missing',
  'late',
  'waived',
  'rows',
  'owed',
  'filed',
  'choices',
  'entries',
  'sends',
  'lines',
  'items',
  'near',
  'units',
  'people',
  'candidates',
  'highlights',
  'corrections',
  'disputes',
  'board',
  'bulletins',
  'fields',
  'figures',
  'files',
  'skipped',
  'unreachable',
  'older',
  'told',
  'contact',
  'channels',
  'remindedOn',
  'tasks',
  'timeline',
  'helpers',
  'steps',
  'areas',
  'phases',
  'new',
  'closed',
  'overdue',
  'topics',
  'agenda',
  'attendees',
  'decisions',
  'attended',
  'excused',
  'called',
  'joined',
  'incidents',
  'periods',
  'totals',
]);
/** Words of the union that may not be changed, though their key is also used for names. */
const KEPT = /^(\d{4}-\d\d-\d\d|[a-z_]+)$/;
/** Lists, and lists in them, are so long; those further in are short, or there would be no end to it. */
const UNITS = 60;
const FURTHER_IN = 3;
const LONG_LEVELS = 2;

type Json = Record<string, unknown>;

function text(key: string, value: string): string {
  if ((key === 'verb' || key === 'reason') && KEPT.test(value)) return value;
  if (TEXTS.has(key)) return LONG_TEXT;
  if (NAMES.has(key) && !KEPT.test(value)) return LONG_NAME;
  return value;
}

/** Each copy gets an id of its own, as rows have, and parts of an agenda a key. */
function copyOf(item: unknown, i: number): unknown {
  if (typeof item !== 'object' || item === null || i === 0) return item;
  if ('id' in item && typeof item.id === 'string') return { ...item, id: `${item.id}-${i}` };
  return 'key' in item && typeof item.key === 'string' ? { ...item, key: `${item.key}-${i}` } : item;
}

function many(items: unknown[], level: number): unknown[] {
  if (items.length === 0) return items;
  return Array.from({ length: level < LONG_LEVELS ? UNITS : FURTHER_IN }, (_, i) =>
    copyOf(items[i % items.length], Math.floor(i / items.length)),
  );
}

/** `level`: in how many lists the value stands. */
function poisoned(key: string, value: unknown, level: number): unknown {
  if (typeof value === 'string') return text(key, value);
  if (typeof value === 'number' && (key === 'value' || key === 'total' || key === 'before'))
    return 1e15 + 0.5;
  if (Array.isArray(value))
    return (LISTS.has(key) ? many(value, level) : value).map((item) =>
      poisoned(typeof item === 'string' ? 'name' : '', item, level + 1),
    );
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'values') return Object.fromEntries(Object.keys(value).map((id) => [id, LONG_TEXT]));
  if (key === 'troubles' || !('kind' in value) || value.kind !== 'channel_trouble')
    return walk(value as Json, level);
  return { ...walk(value as Json, level), channel: LONG_NAME };
}

const walk = (value: Json, level: number): Json =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(key, each, level)]));

/** The same facts with everything typed made hostile and every list sixty long; ids, dates and kinds stay. */
export const hostile = <Facts>(facts: Facts): Facts => poisoned('', facts, 0) as Facts;
