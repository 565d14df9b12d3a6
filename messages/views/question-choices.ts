// Which of several readings was meant: a button for each, whose label says in words what a press on it asks. No two labels
// of one message are the same, and a label that is too long loses letters of its longest part first.

import type { Button } from '@slack/types';
import type { Choice, ChoiceFacts } from '../../domain/ask/facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, LIMITS, type Message, message, section } from '../blocks.ts';
import { clean, lengthOf, safe, truncate } from '../escape.ts';
import { type Voice, voiceOf } from './phrases.ts';
import { nameOf } from './question-scope.ts';

type Clarify = Extract<Outcome, { kind: 'clarify' }>;

const CHOICES_SHOWN = 5;
const BETWEEN = ' · ';
/** Room for the number of a label that would be like another. */
const NUMBER_LENGTH = 4;

/** What is asked, in a few words: 报送情况, 哪些单位迟报. */
function askedOf({ t }: Voice, facts: ChoiceFacts): string {
  const { asking, commands } = t;
  const { intent, no, kind, command } = facts;
  const state = facts.state && asking.states[facts.state];
  switch (intent) {
    case 'who':
      return asking.who(state ?? asking.states.missing, facts.units.length > 0);
    case 'overdue':
      return asking.overdue(state);
    case 'task':
      return asking.task(no);
    case 'tasks':
      return asking.tasks(state);
    case 'contact':
      return asking.contact(kind);
    case 'bulletin':
      return asking.bulletin(no);
    case 'search':
      return asking.search(facts.query ?? '', kind);
    case 'act':
      return asking.act(command && (command === 'note' ? asking.note : commands[command].name));
    default:
      return asking.asks[intent];
  }
}

/** The period or the days that were named, in words; '' where there are none. */
export function whenOf({ t, d }: Voice, { period, days }: Pick<ChoiceFacts, 'period' | 'days'>): string {
  if (period) return d.periodName(period);
  if (days?.from && days.to) return d.span(days.from, days.to);
  if (days?.from) return t.asking.from(d.date(days.from));
  return days?.to ? t.asking.until(d.date(days.to)) : '';
}

/** Units, duty, period and what is asked of them; empty parts are left out. */
function partsOf(voice: Voice, facts: ChoiceFacts): string[] {
  const { t } = voice;
  const { units, area, duty, figures, person, query, intent } = facts;
  const parts = [
    area ?? '',
    t.words.list(units.map(nameOf)),
    duty?.name ?? '',
    whenOf(voice, facts),
    t.words.list(figures),
    person ?? '',
    intent === 'search' ? '' : (query ?? ''),
    askedOf(voice, facts),
  ];
  return parts.map((part) => truncate(clean(part).trim(), LIMITS.buttonText)).filter((part) => part !== '');
}

/** The parts as one label of at most this many letters. */
function fitted(parts: readonly string[], most: number): string {
  const said = parts.join(BETWEEN);
  const excess = lengthOf(said) - most;
  if (excess <= 0) return said;
  const longest = Math.max(...parts.map(lengthOf));
  const cut = parts.findIndex((part) => lengthOf(part) === longest);
  const shorter = truncate(parts[cut]!, longest - Math.min(excess, Math.ceil(longest / 3)));
  return fitted(parts.with(cut, shorter), most);
}

/** What one reading asks, in a line. */
export const labelOf = (voice: Voice, facts: ChoiceFacts): string =>
  fitted(partsOf(voice, facts), LIMITS.buttonText);

/** A label for each choice; those that would be alike are numbered. */
function labelsOf(voice: Voice, choices: readonly Choice[]): string[] {
  const parts = choices.map(({ asks }) => partsOf(voice, asks));
  const labels = parts.map((each) => fitted(each, LIMITS.buttonText));
  return labels.map((label, index) => {
    const alike = labels.filter((other) => other === label).length > 1;
    const no = labels.slice(0, index + 1).filter((other) => other === label).length;
    return alike
      ? voice.t.asking.numbered(fitted(parts[index]!, LIMITS.buttonText - NUMBER_LENGTH), no)
      : label;
  });
}

/** A pointer that a button cannot carry is no choice. */
const isCarried = ({ input }: Choice): boolean => lengthOf(JSON.stringify(input)) <= LIMITS.value;

/** Whether the choices ask the same, each of another unit. */
function areUnits(choices: readonly Choice[]): boolean {
  const [first] = choices;
  return (
    first !== undefined &&
    choices.every(({ asks }) => asks.units.length === 1 && asks.intent === first.asks.intent) &&
    new Set(choices.map(({ asks }) => asks.units[0]!.id)).size === choices.length
  );
}

/** Which of several readings was meant, as buttons. */
export function renderClarify(clarify: Clarify, language: Language): Message {
  const voice = voiceOf(language, clarify);
  const { t } = voice;
  const shown = clarify.choices.filter(isCarried).slice(0, CHOICES_SHOWN);
  const sentence = areUnits(shown) ? t.questions.whichUnit : t.questions.whichReading;
  const labels = labelsOf(voice, shown);
  const buttons: Button[] = shown.map(({ input }, index) => button('ask', input, labels[index]!));
  const help = shown.length === 0 ? [button('help', {}, t.words.buttons.help)] : [];
  return message(sentence, [section(safe(sentence)), ...actions([...buttons, ...help])], t.words.cut);
}
