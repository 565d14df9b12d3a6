// Forms that come back. A submission is committed before it is acknowledged, so nobody sees success for a lost report;
// what was typed is never lost: a refused form stays open with what is in it, and after an unexpected error it lies
// under the notice.
//
//   came of it            answer to Slack
//   field problems        errors at the fields, the form stays
//   another form          the form changes to it
//   a message             the form becomes its confirmation
//   a refusal, an error   the notice is pushed on top, and the form lies under it as it was
//   not yet decided       "one moment"; the answer follows as an update, a refusal or an error above the form as it was

import { setTimeout } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  type Message,
  type Modal,
  renderError,
  renderInModal,
  renderLoading,
  renderOutcome,
} from '../../messages/render.ts';
import {
  errorsFor,
  hasTyped,
  type OpenForm,
  readForm,
  type SlackView,
  submissionKey,
} from '../forms/open-form.ts';
import { refilled } from '../forms/refilled.ts';
import type { House } from '../house.ts';
import { slackUserId } from '../slack-ids.ts';
import { recordError, type Surface } from '../surface.ts';
import { keepDraft } from './actions.ts';

const DECIDED_WITHIN_MS = 2200;
/** Until Slack has drawn the acknowledgement. */
const AFTER_ACK_MS = 400;

type Answer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: Modal }
  | { response_action: 'push'; view: Modal }
  | { response_action: 'clear' };
type Ack = (answer?: Answer) => Promise<void>;
/** What to answer in time, and what to show instead when Slack has already been told "one moment". */
type Decided = { answer: Answer; late: Modal | null };

const shown = (view: Modal): Decided => ({ answer: { response_action: 'update', view }, late: view });

function refused(form: OpenForm, modal: Modal, problems: Record<string, string>): Decided {
  const errors = Object.keys(problems).length > 0 ? errorsFor(form, problems) : null;
  return errors ? { answer: { response_action: 'errors', errors }, late: modal } : shown(modal);
}

/** Says why not, and leaves what was typed. */
const onTop = (form: OpenForm, notice: Message, language: Language): Decided => ({
  answer: { response_action: 'push', view: renderInModal(notice, language) },
  late: refilled(form.view, form.nextRevision, notice),
});

function answerFor(
  house: House,
  who: Surface['who'],
  form: OpenForm,
  outcome: Outcome,
  language: Language,
): Decided {
  const rendered = renderOutcome(outcome, language, { revision: form.nextRevision });
  switch (rendered.kind) {
    case 'modal':
      return refused(form, rendered.modal, rendered.errors);
    case 'message':
      if (outcome.kind === 'refused' && hasTyped(form)) return onTop(form, rendered.message, language);
      return shown(renderInModal(rendered.message, language));
    case 'file': {
      const { name, text, message } = rendered;
      house.background.run('file', () => house.web.sendFile(who, { name, text, comment: message.text }));
      return shown(renderInModal(message, language));
    }
    case 'home':
      house.background.run('home', () => house.web.publishHome(who, rendered.home));
      return { answer: { response_action: 'clear' }, late: null };
  }
}

async function failed(house: House, who: Surface['who'], form: OpenForm, error: unknown): Promise<Decided> {
  const id = recordError(house, 'form', error);
  await keepDraft(house, who, form).catch(() => house.log.warn({ id }, 'no draft could be kept'));
  const language = await house.languageFor(who).catch((): Language => 'zh');
  return onTop(form, renderError(id, language), language);
}

async function decide(house: House, who: Surface['who'], form: OpenForm): Promise<Decided> {
  if (form.pointer === null) return { answer: { response_action: 'clear' }, late: null };
  const { action, input } = form.pointer;
  try {
    const language = await house.languageFor(who);
    const outcome = await house.doors.act(who, action, { ...input, ...form.typed, key: submissionKey(form) });
    return answerFor(house, who, form, outcome, language);
  } catch (error) {
    return failed(house, who, form, error);
  } finally {
    house.nudge();
  }
}

/** By now Slack shows "one moment" in place of the form, or is about to: what came of it takes that place. */
async function answerLate(house: House, form: OpenForm, { late }: Decided): Promise<void> {
  await setTimeout(AFTER_ACK_MS);
  if (late) await house.web.updateModal(form.viewId, null, late);
}

async function submit(house: House, who: Surface['who'], form: OpenForm, ack: Ack): Promise<void> {
  const state: { decided?: Decided; isLate: boolean } = { isLate: false };
  await house.background.runAtMost(DECIDED_WITHIN_MS, 'form', async () => {
    state.decided = await decide(house, who, form);
    if (state.isLate) await answerLate(house, form, state.decided);
  });
  state.isLate = state.decided === undefined;
  if (state.decided) return ack(state.decided.answer);
  // The database may be what is slow, so the person's language is not asked of it.
  await ack({ response_action: 'update', view: renderLoading('zh') });
}

/** Listens to forms that are submitted, and to those that are closed with something in them. */
export function listenToViews(app: App, house: House): void {
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, view, ack }) => {
    const who = slackUserId(body.user.id);
    if (who === null) return ack();
    await submit(house, who, readForm(view as SlackView), ack as Ack);
  });
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ body, view, ack }) => {
    await ack();
    const who = slackUserId(body.user.id);
    const form = readForm(view as SlackView);
    const isTyped = Object.keys(form.typed.values).length > 0;
    if (who !== null && isTyped)
      await house.background.runAtMost(DECIDED_WITHIN_MS, 'draft', () => keepDraft(house, who, form));
  });
}
