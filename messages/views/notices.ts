// A card for every kind of thing that somebody can be told. A new kind without a card does not compile.

import type { NoticeItem } from '../../domain/notice.ts';
import { button } from '../blocks.ts';
import { safe } from '../escape.ts';
import { bulletinButtons, countsLine } from './bulletin-parts.ts';
import { type Card, news, RANK } from './card.ts';
import { consultationCard, topicCard } from './consultation-card.ts';
import { incidentCard } from './incident-card.ts';
import { filingButtons, kindOf, quoted, reportOf, shiftOf, titledOf, type Voice } from './phrases.ts';
import { filedHow, receiptBlocks } from './receipt.ts';
import { reminderCard } from './reminder-card.ts';
import { taskCard } from './task-card.ts';
import { taskReminderCard } from './task-reminder.ts';
import type { BoardItem } from './told-board.ts';

type Of<K extends NoticeItem['kind']> = Extract<NoticeItem, { kind: K }>;

/** Whether the office is told of another unit's report: those are listed together. */
export const isForBoard = (item: NoticeItem): item is BoardItem =>
  (item.kind === 'reminder' || item.kind === 'chase') &&
  item.reminder.why.role.startsWith('office') &&
  !item.reminder.canFile &&
  kindOf(item.obligation) === 'report';

function waived(voice: Voice, { obligation, by, reason }: Of<'waived'>): Card {
  const { t } = voice;
  const title = t.told.waivedTitle(obligation.unit.name, reportOf(voice, obligation));
  const details = [safe(t.told.waivedLine(by)), quoted(reason)];
  return news({ title, text: t.words.sentence(title), details });
}

function deadlineChanged(voice: Voice, { obligation, from }: Of<'deadline_changed'>): Card {
  const { t, d } = voice;
  const title = t.told.deadlineTitle(obligation.unit.name, reportOf(voice, obligation), d.due(obligation));
  const shift = shiftOf(voice, obligation);
  const lines = [t.told.deadlineLine(d.until(from), d.due(obligation)), ...(shift === null ? [] : [shift])];
  return news({
    title,
    text: t.words.sentence(title),
    details: lines.map(safe),
    buttons: filingButtons(t, obligation),
  });
}

function filedForYou(voice: Voice, { obligation, by, phonedBy }: Of<'filed_for_you'>): Card {
  const { t } = voice;
  const title = t.told.filedForYouTitle(obligation.unit.name, reportOf(voice, obligation));
  const { correct, show } = t.words.buttons;
  const pointer = { obligation: obligation.id };
  return news({
    sign: '✅',
    title,
    text: t.words.sentence(title),
    details: [safe(t.told.filedForYouLine(by, phonedBy))],
    buttons: [button('report', pointer, correct), button('show', pointer, show)],
  });
}

function receipt(voice: Voice, { report }: Of<'receipt'>): Card {
  const { title, text, blocks } = receiptBlocks(voice, report);
  const show = button('show', { obligation: report.obligation.id }, voice.t.words.buttons.show);
  return news({ sign: '✅', title, text, blocks, buttons: [show] });
}

function lateReport(voice: Voice, { report }: Of<'late_report'>): Card {
  const { t, d } = voice;
  const { obligation } = report;
  const title = t.told.lateReportTitle(obligation.unit.name, reportOf(voice, obligation));
  return news({
    title,
    text: t.words.sentence(title),
    details: [safe(t.told.lateReportLine(d.at(report.filedAt), report.filedBy))],
    buttons: [button('show', { obligation: obligation.id }, t.words.buttons.show)],
    line: { sign: '', text: `${title} · ${filedHow(voice, report)}` },
  });
}

function disputeFiled(voice: Voice, { obligation, text, by }: Of<'dispute_filed'>): Card {
  const { t } = voice;
  const title = t.told.disputeTitle(obligation.unit.name, reportOf(voice, obligation));
  const pointer = { obligation: obligation.id };
  const { decide, show } = t.words.buttons;
  return {
    ...news({ title, text: t.words.sentence(title), details: [safe(t.told.disputeLine(by)), quoted(text)] }),
    rank: RANK.soon,
    todo: true,
    buttons: [button('decide_dispute', pointer, decide, 'primary'), button('show', pointer, show)],
  };
}

function disputeDecided(voice: Voice, { obligation, upheld, reason, by }: Of<'dispute_decided'>): Card {
  const { t } = voice;
  const title = t.told.decidedTitle(obligation.unit.name, reportOf(voice, obligation), upheld);
  const details = [safe(t.told.decidedLine(by)), quoted(reason)];
  return news({ title, text: t.words.sentence(title), details });
}

function bulletinDrafted(voice: Voice, { bulletin }: Of<'bulletin_drafted'>): Card {
  const { t, d } = voice;
  const title = t.told.draftedTitle(titledOf(voice, bulletin));
  return {
    ...news({ title, text: t.words.sentence(title) }),
    rank: RANK.soon,
    todo: true,
    details: [safe(t.told.draftedLine(d.until(bulletin.dueAt))), safe(countsLine(voice, bulletin))],
    buttons: [
      button('bulletin', { verb: 'preview', bulletin: bulletin.id }, t.words.buttons.preview),
      ...bulletinButtons(voice, bulletin),
    ],
  };
}

function unitUnreachable(voice: Voice, item: Of<'unit_unreachable'>): Card {
  const { t } = voice;
  const { roster, replaceLiaison } = t.words.buttons;
  const title = t.told.unreachableTitle(item.unit.name, titledOf(voice, item));
  const unit = { unit: item.unit.id };
  return news({
    sign: '🔴',
    title,
    text: t.words.sentence(title),
    details: [safe(t.told.unreachableBecause[item.because])],
    buttons: [button('replace_liaison', unit, replaceLiaison), button('roster', unit, roster)],
  });
}

function personUnbound({ t }: Voice, { person, email, unit, trouble }: Of<'person_unbound'>): Card {
  const title = t.told.unboundTitle(person.name, trouble);
  const line = t.told.unboundLine(unit?.name ?? '', email ?? '', trouble);
  const replace = unit && button('replace_liaison', { unit: unit.id }, t.words.buttons.replaceLiaison);
  return news({
    sign: '🟡',
    title,
    text: t.words.sentence(title),
    details: [safe(line)],
    buttons: [
      button('roster', { verb: 'bind', person: person.id }, t.roster.buttons.bind),
      ...(replace === null ? [] : [replace]),
    ],
  });
}

function channelTrouble({ t }: Voice, { channel, trouble }: Of<'channel_trouble'>): Card {
  const title = t.told.channelTitle(channel);
  const details = [safe(t.told.channelBecause(channel)[trouble])];
  return news({ sign: '🔴', title, text: t.words.sentence(title), details });
}

function deliveryRefused({ t }: Voice, { what, to, reason }: Of<'delivery_refused'>): Card {
  const title = t.told.refusedTitle(to, t.answers.what(what));
  return news({
    sign: '🔴',
    title,
    text: t.words.sentence(title),
    details: [safe(t.told.refusedLine(reason))],
  });
}

function databaseTrouble({ t }: Voice, { detail }: Of<'database_trouble'>): Card {
  const title = t.told.databaseTitle;
  const details = [safe(t.told.databaseLine(detail))];
  return news({ sign: '🔴', title, text: t.words.sentence(title), details });
}

function handedOver({ t }: Voice, { unit, role, from, to, open }: Of<'handed_over'>): Card {
  const title = t.told.handedOverTitle(unit.name, role, from, to);
  return news({
    title,
    text: t.words.sentence(title),
    details: [safe(t.told.handedOverLine(open))],
    buttons: [button('mine', {}, t.words.buttons.mine)],
  });
}

/** For whom somebody stands in, and until when. */
function standIn({ t, d }: Voice, { person, from, to, ended }: Of<'stand_in'>): Card {
  const title = t.told.standInTitle(person.name, d.span(from, to), ended);
  return news({
    title,
    text: t.words.sentence(title),
    details: ended ? [] : [safe(t.told.standInLine(person.name))],
    buttons: [button('mine', {}, t.words.buttons.mine)],
  });
}

/** The card of one thing told; `withUnit` names the unit in a list, for those who act for several. */
export function noticeCard(voice: Voice, item: NoticeItem, withUnit: boolean): Card {
  switch (item.kind) {
    case 'reminder':
    case 'chase':
    case 'returned':
      return reminderCard(voice, item, withUnit);
    case 'waived':
      return waived(voice, item);
    case 'deadline_changed':
      return deadlineChanged(voice, item);
    case 'filed_for_you':
      return filedForYou(voice, item);
    case 'receipt':
      return receipt(voice, item);
    case 'late_report':
      return lateReport(voice, item);
    case 'dispute_filed':
      return disputeFiled(voice, item);
    case 'dispute_decided':
      return disputeDecided(voice, item);
    case 'bulletin_drafted':
      return bulletinDrafted(voice, item);
    case 'unit_unreachable':
      return unitUnreachable(voice, item);
    case 'person_unbound':
      return personUnbound(voice, item);
    case 'channel_trouble':
      return channelTrouble(voice, item);
    case 'delivery_refused':
      return deliveryRefused(voice, item);
    case 'database_trouble':
      return databaseTrouble(voice, item);
    case 'stand_in':
      return standIn(voice, item);
    case 'handed_over':
      return handedOver(voice, item);
    case 'task':
      return taskCard(voice, item);
    case 'task_reminder':
      return taskReminderCard(voice, item, withUnit);
    case 'consultation':
      return consultationCard(voice, item);
    case 'topic':
      return topicCard(voice, item);
    case 'incident':
      return incidentCard(voice, item);
  }
}
