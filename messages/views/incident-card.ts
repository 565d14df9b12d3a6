// The card of an incident: the first report and every call in full, with who took it; what followed in short, for the
// thread below. The same card is made again when somebody takes it, so that every copy shows by whom.

import type { NoticeItem } from '../../domain/notice.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { type Card, news, RANK, type Sign } from './card.ts';
import {
  calledLines,
  clockOf,
  IN_A_LINE,
  incidentButtons,
  incidentLines,
  incidentVoice,
  isCalling,
  numberOf,
  signOf,
  titleOf,
  withoutStop,
} from './incident-lines.ts';
import { quoted, type Voice } from './phrases.ts';
import { briefly } from './task-phrases.ts';

type Told = Extract<NoticeItem, { kind: 'incident' }>;
const IN_TEXT = 300;
const MOST_PRESSED = ['final', 'join', 'list'] as const;

/** The whole report; `call`: the reader is the one called now. */
function fullCard(voice: Voice, { incident, entry, call, may }: Told): Card {
  const { t } = voice;
  const title = titleOf(voice, incident);
  const isOpen = isCalling(incident);
  const say = call && isOpen ? t.incidents.callText : t.incidents.text;
  const text = say(title, briefly(incident.where, IN_A_LINE), withoutStop(briefly(incident.what, IN_TEXT)));
  return {
    ...news({ title, text: t.words.sentence(text) }),
    rank: isOpen ? RANK.late : RANK.news,
    todo: isOpen,
    sign: signOf(incident),
    details: [...(call ? calledLines(voice, incident, entry.at) : []), ...incidentLines(voice, incident)],
    buttons: incidentButtons(voice, incident, may, MOST_PRESSED),
    small: t.incidents.note,
    line: { sign: signOf(incident), text: t.words.labelled(title, briefly(incident.what, IN_A_LINE)) },
  };
}

const SIGNS: Partial<Record<Told['entry']['kind'], Sign>> = { final: '✅', acknowledged: '✅' };

/** What followed, in a few lines. */
function followingCard(voice: Voice, { incident, entry, may }: Told): Card {
  const { t } = voice;
  const number = numberOf(voice, incident);
  const other = entry.other === null ? null : numberOf(voice, entry.other);
  const clock = clockOf(voice, entry.at);
  const isTaken = entry.kind === 'acknowledged';
  const title = isTaken
    ? t.incidents.takenTitle(number, entry.by, clock)
    : t.incidents.entryTitle(number, entry.kind, other);
  const sign = SIGNS[entry.kind] ?? '';
  const by = t.incidents.entryBy(entry.by, clock);
  const isSaid = entry.text.trim() !== '';
  const shortly = isSaid ? withoutStop(briefly(entry.text, IN_TEXT)) : by;
  const said: Mrkdwn[] = isSaid ? [safe(by), quoted(entry.text)] : [safe(by)];
  return news({
    sign,
    title,
    text: t.words.sentence(isTaken ? title : t.words.labelled(title, shortly)),
    details: isTaken && !isSaid ? [] : said,
    // Whoever is told may see it all; the reporter has no card of it above.
    buttons: incidentButtons(voice, incident, [...may, 'show'], ['acknowledge', ...MOST_PRESSED]),
    line: { sign, text: isTaken ? title : t.words.labelled(title, briefly(shortly, IN_A_LINE)) },
  });
}

/** The card of an incident, or of what followed it. */
export function incidentCard(voice: Voice, item: Told): Card {
  const own = incidentVoice(voice, item.incident);
  const isReport = item.entry.kind === 'first' || item.entry.kind === 'called';
  return isReport || item.call ? fullCard(own, item) : followingCard(own, item);
}
