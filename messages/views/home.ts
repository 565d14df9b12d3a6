// The Home tab: a box to ask in; what I owe; then, for those who run the campaign, how it stands and what waits for them; last,
// what I can do. Each part stands only if there is something in it.

import type { HomeView, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { UnitFacts } from '../../domain/facts.ts';
import type { HomeFacts } from '../../domain/outcome.ts';
import { BOX } from '../actions.ts';
import {
  actions,
  button,
  header,
  home,
  input,
  LIMITS,
  plainText,
  section,
  sections,
  small,
} from '../blocks.ts';
import { bold, md, safe } from '../escape.ts';
import { bulletinButtons, countsLine } from './bulletin-parts.ts';
import { homeConsultation } from './consultation.ts';
import { homeIncidents } from './incident.ts';
import { figureTotal, namesOf, quoted, reportOf, titledOf, type Voice, voiceOf } from './phrases.ts';
import { countsOf, dutiesBlocks } from './status.ts';
import { ownTaskBlocks, taskBoardBlocks } from './task-home.ts';

const DUTIES_SHOWN = 10;
const BOARD_SHOWN = 6;
const WAITING_SHOWN = 5;

function titleBlocks({ t, d }: Voice, { campaignName, person, roles, now }: HomeFacts): KnownBlock[] {
  const held = roles.map(({ role, unit }) => t.words.post(role, unit?.name ?? null));
  const who = [
    person.name,
    ...(held.length === 0 ? [] : [t.home.roles(t.words.list(held))]),
    t.words.asOf(d.at(now)),
  ];
  return [header(campaignName), small(who.join(' · '))];
}

function dutyBlocks(voice: Voice, { owed, filed, may }: HomeFacts): KnownBlock[] {
  const { t } = voice;
  if (owed.length + filed.length === 0 && !may.includes('report')) return [];
  const title = owed.length === 0 ? md`✅ ${t.home.nothingOwed}` : bold(t.home.owed(owed.length));
  return [section(title), ...dutiesBlocks(voice, owed, filed, DUTIES_SHOWN)];
}

/** A place to ask or to look something up; Enter sends it. */
const boxBlock = ({ t }: Voice): KnownBlock =>
  input(
    { blockId: BOX.block, label: t.asking.box.label, required: true, dispatch: true },
    {
      type: 'plain_text_input',
      action_id: BOX.action,
      max_length: LIMITS.input,
      placeholder: plainText(t.asking.box.placeholder, LIMITS.placeholder),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  );

type Board = HomeFacts['board'][number];

function boardSign({ t }: Voice, { red, counts }: Board): string {
  if (red) return `🔴 ${t.home.red}`;
  return counts.missing === 0 ? `✅ ${t.home.done}` : `🟢 ${t.home.onTrack}`;
}

function boardBlocks(voice: Voice, board: Board, { may, campaign }: HomeFacts): KnownBlock[] {
  const { t, d } = voice;
  const about = { campaign, duty: board.duty.id, period: board.period.id };
  const lines = [
    md`${bold(titledOf(voice, board))} · ${boardSign(voice, board)}`,
    safe(countsOf(voice, board.counts, board.missing)),
    ...(board.figures.length === 0
      ? []
      : [safe(board.figures.map((figure) => figureTotal(t, figure)).join(' · '))]),
    safe(t.answers.deadline(d.until(board.dueAt))),
  ];
  const chase = button('chase', about, t.words.chase(board.counts.missing), 'primary');
  const canChase = may.includes('chase') && board.counts.missing > 0;
  const buttons = [...(canChase ? [chase] : []), button('status', about, t.words.buttons.status)];
  return [...sections(lines), ...actions(buttons)];
}

function boardsBlocks(voice: Voice, facts: HomeFacts): KnownBlock[] {
  const { board } = facts;
  if (board.length === 0) return [];
  const hidden = board.length - BOARD_SHOWN;
  return [
    header(voice.t.home.board),
    ...board.slice(0, BOARD_SHOWN).flatMap((each) => boardBlocks(voice, each, facts)),
    ...(hidden > 0 ? [small(voice.t.words.moreItems(hidden))] : []),
  ];
}

function bulletinBlocks(voice: Voice, { bulletins }: HomeFacts): KnownBlock[] {
  const { t, d } = voice;
  if (bulletins.length === 0) return [];
  const each = bulletins.slice(0, WAITING_SHOWN).flatMap((bulletin): KnownBlock[] => {
    const detail = [t.home.bulletinState[bulletin.state], t.bulletin.due(d.until(bulletin.dueAt))].join(
      ' · ',
    );
    const preview = button('bulletin', { verb: 'preview', bulletin: bulletin.id }, t.words.buttons.preview);
    return [
      section(md`${bold(titledOf(voice, bulletin))} · ${detail}\n${countsLine(voice, bulletin)}`),
      ...actions([preview, ...bulletinButtons(voice, bulletin)]),
    ];
  });
  return [header(t.home.bulletins), ...each];
}

function disputeBlocks(voice: Voice, { disputes }: HomeFacts): KnownBlock[] {
  const { t } = voice;
  if (disputes.length === 0) return [];
  const each = disputes.slice(0, WAITING_SHOWN).map(({ obligation, text, by }) => {
    const what = `${obligation.unit.name} · ${reportOf(voice, obligation)}`;
    const decide = button('decide_dispute', { obligation: obligation.id }, t.words.buttons.decide);
    return section(md`${bold(what)}\n${t.told.disputeLine(by)}\n${quoted(text)}`, decide);
  });
  return [header(t.home.disputes), ...each];
}

function troubleBlocks({ t }: Voice, { troubles }: HomeFacts): KnownBlock[] {
  const { people, channels } = troubles;
  if (people.length + channels.length === 0) return [];
  const lines = [
    ...(people.length === 0
      ? []
      : [
          md`🟡 ${t.home.troublePeople(
            namesOf(
              t,
              people.map(({ name }) => name),
            ),
          )}`,
        ]),
    ...(channels.length === 0 ? [] : [md`🔴 ${t.home.troubleChannels(namesOf(t, channels))}`]),
  ];
  return [
    header(t.home.troubles),
    ...sections(lines),
    ...actions([
      ...people
        .slice(0, WAITING_SHOWN)
        .map(({ id, name }) =>
          button('roster', { verb: 'bind', person: id }, t.roster.buttons.bindWhom(name)),
        ),
      button('roster', {}, t.words.buttons.roster),
    ]),
  ];
}

/** Commands that need no name of a unit or report to be of use. */
const WITHOUT_WORDS = new Set<string>([
  'report',
  'nil',
  'status',
  'missing',
  'bulletin',
  'task',
  'consultation',
  'incident',
  'roster',
  'replace_liaison',
  'leave',
  'rehearse',
  'export',
  'audit',
  'settings',
  'help',
]);

function commandBlocks({ t }: Voice, { may, campaign }: HomeFacts): KnownBlock[] {
  const names = may.filter((name) => WITHOUT_WORDS.has(name));
  if (names.length === 0) return [];
  return [
    header(t.home.commands),
    ...actions(names.map((name) => button(name, { campaign }, t.commands[name].name))),
  ];
}

const unitsOf = ({ roles }: HomeFacts): UnitFacts[] => roles.flatMap(({ unit }) => unit ?? []);

/** What a person finds on the Home tab. */
export function renderHome(facts: HomeFacts, language: Language): HomeView {
  const voice = voiceOf(language, facts);
  const blocks = [
    ...titleBlocks(voice, facts),
    boxBlock(voice),
    ...homeIncidents(voice, facts.incidents),
    ...dutyBlocks(voice, facts),
    ...ownTaskBlocks(voice, facts.tasks, unitsOf(facts)),
    ...boardsBlocks(voice, facts),
    ...taskBoardBlocks(voice, facts),
    ...homeConsultation(voice, facts.consultation, facts.person.id),
    ...bulletinBlocks(voice, facts),
    ...disputeBlocks(voice, facts),
    ...troubleBlocks(voice, facts),
    ...commandBlocks(voice, facts),
  ];
  return home(blocks, voice.t.words.cut);
}
