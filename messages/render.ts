// The door of this room: facts and a language in, what Slack shows out. Knows no ledger, no clock, no Slack client.
// Every kind of fact has a view; a kind without one does not compile.

import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { PromptName } from '../domain/ask/prompts.ts';
import { isForAskerAlone } from '../domain/audience.ts';
import type { Language } from '../domain/campaign.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { CommandName, Outcome, Refusal } from '../domain/outcome.ts';
import { home, type Message, message, reading, section } from './blocks.ts';
import { catalogs } from './catalog.ts';
import { bold, md, safe } from './escape.ts';
import { labelPicture, type PictureLabels } from './picture.ts';
import { renderAmendment, renderAmendments } from './views/amendment.ts';
import {
  renderChased,
  renderDone,
  renderExport,
  renderHelp,
  renderLeave,
  renderNothingFiled,
} from './views/answer.ts';
import { renderAudit } from './views/audit.ts';
import {
  renderBulletin,
  renderBulletinHead,
  renderBulletinPart,
  renderCorrection,
} from './views/bulletin.ts';
import { renderConsultation, renderDecisions, renderInvitation } from './views/consultation.ts';
import { type RenderedForm, renderReportForm } from './views/form-report.ts';
import { renderForm } from './views/forms.ts';
import { renderHome } from './views/home.ts';
import { renderIncident, renderIncidents } from './views/incident.ts';
import { ofCampaign } from './views/of-campaign.ts';
import { renderNotBegun } from './views/question-ahead.ts';
import { renderClarify } from './views/question-choices.ts';
import { renderDue, renderOverdue } from './views/question-due.ts';
import { renderFigures, renderTimeliness } from './views/question-figures.ts';
import { renderFound } from './views/question-found.ts';
import { renderSent } from './views/question-sent.ts';
import { renderWho } from './views/question-who.ts';
import { readAs } from './views/read-as.ts';
import { renderFiled, renderReport } from './views/receipt.ts';
import { renderRefusal } from './views/refusal.ts';
import { renderRehearsal } from './views/rehearsal.ts';
import { renderRoster } from './views/roster.ts';
import { renderSettings } from './views/settings.ts';
import {
  renderGreeting,
  renderGuide,
  renderPreview,
  renderSetUp,
  renderSetupFile,
  renderWrong,
} from './views/setup.ts';
import { renderMine, renderMissing, renderStatus, renderUnitStatus } from './views/status.ts';
import { blocksWithoutTables } from './views/table.ts';
import { renderTask, renderTasks } from './views/task-answer.ts';
import { renderTold } from './views/told.ts';

export {
  blockIdOf,
  decodeAction,
  decodeForm,
  type FormName,
  fieldOf,
  isBox,
  type Pointer,
} from './actions.ts';
export { fitsModal, type Message } from './blocks.ts';
export { renderOfferedForm } from './views/form-offered.ts';
export { describeKind, describeSend, type RehearsedWords } from './views/rehearsal.ts';
export { hasTable, withoutTables } from './views/table.ts';
export type Modal = ModalView;
export type Home = HomeView;

/**
 * What an outcome looks like. `private`: the asker alone may see it, wherever it was asked.
 * `errors`: problems by block id, as a `view_submission` answer wants them; empty where there are none.
 */
export type Rendered =
  /** `picture` belongs beside the message, for the same eyes; the message says all of it in words. */
  | { kind: 'message'; message: Message; private: boolean; picture?: PictureLabels }
  | { kind: 'modal'; modal: Modal; errors: Record<string, string> }
  | { kind: 'home'; home: Home }
  | { kind: 'file'; name: string; text: string; message: Message };

/** `revision` grows with each update of an open form, so that Slack takes its new values; 0 at first. */
export type RenderOptions = { revision?: number };

/** The language to speak with a person: their own choice, else that of their Slack locale; Chinese where neither is known. */
export function languageOf(person: { language: Language | null; locale: string | null }): Language {
  if (person.language !== null) return person.language;
  return person.locale === null || person.locale === '' || /^zh/i.test(person.locale) ? 'zh' : 'en';
}

/** Words one message row. */
export function renderMessage(content: MessageContent, language: Language): Message {
  switch (content.kind) {
    case 'told':
      return renderTold({ now: content.at, zone: content.zone, items: content.items }, language);
    case 'bulletin_head':
      return renderBulletinHead(content.bulletin, language);
    case 'bulletin_part':
      return renderBulletinPart(content.part, content.bulletin, language);
    case 'bulletin_correction':
      return renderCorrection(content, language);
  }
}

/** Who may read it is settled once for all answers, in renderOutcome. */
const said = (message: Message): Rendered => ({ kind: 'message', message, private: true });
const modal = (form: RenderedForm): Rendered => ({ kind: 'modal', ...form });

function renderRefused(refusal: Refusal, language: Language, revision: number): Rendered {
  if (refusal.kind !== 'form') return said(renderRefusal(refusal, language));
  if (refusal.form.form === 'report') return modal(renderReportForm(refusal.form.report, language, revision));
  return modal(renderForm(refusal.form, language, revision));
}

type Views = {
  [K in Outcome['kind']]: (
    outcome: Extract<Outcome, { kind: K }>,
    language: Language,
    revision: number,
  ) => Rendered;
};

const done: Views['accepted'] = (outcome, language) => said(renderDone(outcome, language));

const VIEWS: Views = {
  refused: ({ refusal }, language, revision) => renderRefused(refusal, language, revision),
  report_form: ({ form }, language, revision) => modal(renderReportForm(form, language, revision)),
  ask_form: ({ form }, language, revision) => modal(renderForm(form, language, revision)),
  filed: (outcome, language) => said(renderFiled(outcome, language)),
  mine: (outcome, language) => said(renderMine(outcome, language)),
  status: (outcome, language) => said(renderStatus(outcome, language)),
  unit_status: (outcome, language) => said(renderUnitStatus(outcome, language)),
  missing: (outcome, language) => said(renderMissing(outcome, language)),
  report_shown: (outcome, language) => said(renderReport(outcome, language)),
  nothing_filed: (outcome, language) => said(renderNothingFiled(outcome, language)),
  chased: (outcome, language) => said(renderChased(outcome, language)),
  returned: done,
  accepted: done,
  waived: done,
  disputed: done,
  dispute_decided: done,
  noted: done,
  cannot_note: done,
  bulletin: (outcome, language) => said(renderBulletin(outcome, language)),
  roster: (outcome, language) => said(renderRoster(outcome, language)),
  leave_set: (outcome, language) => said(renderLeave(outcome, language)),
  rehearsal: (outcome, language) => said(renderRehearsal(outcome, language)),
  export: (outcome, language) => ({
    kind: 'file',
    name: outcome.name,
    text: outcome.text,
    message: renderExport(outcome, language),
  }),
  audit: (outcome, language) => said(renderAudit(outcome, language)),
  settings: (outcome, language) => said(renderSettings(outcome, language)),
  help: (outcome, language) => said(renderHelp(outcome, language)),
  amendment: (outcome, language) => said(renderAmendment(outcome, language)),
  amendments: (outcome, language) => said(renderAmendments(outcome, language)),
  setup_greeting: (outcome, language) => said(renderGreeting(outcome, language)),
  setup_guide: (outcome, language) => said(renderGuide(outcome, language)),
  setup_wrong: (outcome, language) => said(renderWrong(outcome, language)),
  setup_preview: (outcome, language) => said(renderPreview(outcome, language)),
  setup_done: (outcome, language) => said(renderSetUp(outcome, language)),
  setup_file: (outcome, language) => ({
    kind: 'file',
    name: outcome.name,
    text: outcome.text,
    message: renderSetupFile(outcome, language),
  }),
  task: (outcome, language) => said(renderTask(outcome, language)),
  tasks: (outcome, language) => said(renderTasks(outcome, language)),
  consultation: (outcome, language) => said(renderConsultation(outcome, language)),
  decisions: (outcome, language) => said(renderDecisions(outcome, language)),
  invitation: (outcome, language) => ({
    kind: 'file',
    name: outcome.name,
    text: outcome.text,
    message: renderInvitation(outcome, language),
  }),
  incident: (outcome, language) => said(renderIncident(outcome, language)),
  incidents: (outcome, language) => said(renderIncidents(outcome, language)),
  not_begun: (outcome, language) => said(renderNotBegun(outcome, language)),
  who: (outcome, language) => said(renderWho(outcome, language)),
  due: (outcome, language) => said(renderDue(outcome, language)),
  overdue: (outcome, language) => said(renderOverdue(outcome, language)),
  figures: (outcome, language) => said(renderFigures(outcome, language)),
  timeliness: (outcome, language) => said(renderTimeliness(outcome, language)),
  sent: (outcome, language) => said(renderSent(outcome, language)),
  clarify: (outcome, language) => said(renderClarify(outcome, language)),
  found: (outcome, language) => said(renderFound(outcome, language)),
  home: (outcome, language) => ({ kind: 'home', home: renderHome(outcome.home, language) }),
};

/** The picture that an answer carries, labelled. */
function pictureOf(outcome: Outcome, language: Language): { picture?: PictureLabels } {
  if (!('picture' in outcome) || !outcome.picture) return {};
  return { picture: labelPicture(outcome.picture, language) };
}

/** Words what a command came to. Never throws for facts that are whole, however long or hostile their texts are. */
export function renderOutcome(outcome: Outcome, language: Language, options: RenderOptions = {}): Rendered {
  // The table has a view for each kind; that this one takes this outcome is more than the compiler can follow.
  const view = VIEWS[outcome.kind] as (outcome: Outcome, language: Language, revision: number) => Rendered;
  const rendered = view(outcome, language, options.revision ?? 0);
  if (rendered.kind !== 'message' && rendered.kind !== 'file') return rendered;
  const message = readAs(ofCampaign(rendered.message, outcome, language), outcome, language);
  if (rendered.kind === 'file') return { ...rendered, message };
  return { ...rendered, message, private: isForAskerAlone(outcome), ...pictureOf(outcome, language) };
}

function note(sentence: string, language: Language): Message {
  return message(sentence, [section(safe(sentence))], catalogs[language].words.cut);
}

/** What a person sees when something went wrong that should not; `id` is in the log. */
export const renderError = (id: string, language: Language): Message =>
  note(catalogs[language].notes.error(id), language);

/** The same in place of the Home tab. */
export function renderHomeError(id: string, language: Language): Home {
  const { home: words, notes, words: shared } = catalogs[language];
  return home([section(md`${bold(words.error)}\n${notes.error(id)}`)], shared.cut);
}

/** The word left in a channel when the answer went to the asker alone. */
export const renderSentPrivately = (language: Language): Message =>
  note(catalogs[language].notes.sentPrivately, language);

function readingOf(blocks: readonly KnownBlock[], language: Language): Modal {
  const { notes, words } = catalogs[language];
  return reading(words.product, notes.close, blocks, words.cut);
}

/** The word in a modal whose answer went to the direct messages. */
export const renderInDirect = (language: Language): Message =>
  note(catalogs[language].asking.inDirect, language);

/** A message as a modal: an answer to whoever opened a form that cannot be shown. */
export const renderInModal = (said: Message, language: Language): Modal => ({
  ...readingOf([], language),
  blocks: blocksWithoutTables(said.blocks),
});

/** A message in place of the Home tab, for those who have none. */
export const renderInHome = (said: Message): Home => ({
  type: 'home',
  blocks: blocksWithoutTables(said.blocks),
});

/** The modal that is opened at once, while the form is being made. */
export const renderLoading = (language: Language): Modal =>
  readingOf([section(safe(`⏳ ${catalogs[language].notes.loading}`))], language);

/** What a command's word and button are called, what may follow its word, and what it does, in one short line. */
export const describeCommand = (
  name: CommandName,
  language: Language,
): { word: string; name: string; arguments: string; what: string } => catalogs[language].commands[name];

/** Suggested questions as a person reads and would ask them. */
export const describePrompts = (
  names: readonly PromptName[],
  language: Language,
): { title: string; message: string }[] => names.map((name) => catalogs[language].asking.prompts[name]);
