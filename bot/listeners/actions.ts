// Buttons and choosers. Where one stands decides where the answer goes:
//
//   a direct message       a new message there
//   an ephemeral message   in its place
//   a channel              to the one who pressed, alone
//   the Home tab           a modal; the tab is drawn anew (so for words typed in its box)
//   an open form           the form changes; what was typed in it is kept as a draft first
//
// A button may be months old or pressed twice: the command finds out, and its outcome is shown like any other.

import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { decodeAction, isBox, type Pointer } from '../../messages/render.ts';
import { AT_HOME, placeOf } from '../asked-before.ts';
import { type OpenForm, readForm, type SlackView } from '../forms/open-form.ts';
import type { House } from '../house.ts';
import { sayInModal } from '../in-modal.ts';
import { respondWith } from '../respond.ts';
import { isDirect, slackUserId } from '../slack-ids.ts';
import type { Spot } from '../slack-web.ts';
import { converse, type Surface } from '../surface.ts';

const DONE_WITHIN_MS = 2400;

type Pressed = {
  action_id: string;
  value?: string | null;
  selected_option?: { value?: string } | null;
};
type Place = {
  container?: { type?: string; is_ephemeral?: boolean; thread_ts?: string };
  channel?: { id: string };
  message?: { thread_ts?: string };
  view?: SlackView & { type?: string };
};
type Press = { body: Place; who: Surface['who']; triggerId: string | null; respond: RespondFn | undefined };

const spotOf = ({ body }: Press): Spot => ({ channel: body.channel?.id ?? '', threadTs: threadOf(body) });

function sayBeside(house: House, press: Press): Surface['say'] {
  const { body, who, respond } = press;
  const spot = spotOf(press);
  const { channel } = spot;
  const how = (replace_original: boolean) => ({ response_type: 'ephemeral' as const, replace_original });
  return async (message) => {
    if (body.container?.is_ephemeral && respond) return respondWith(respond, message, how(true));
    if (isDirect(channel)) return house.web.post(spot, message);
    if (respond) return respondWith(respond, message, how(false));
    return house.web.postTo(who, spot, message);
  };
}

/** The thread it stands in; null outside any. */
const threadOf = ({ message, container }: Place): string | null =>
  message?.thread_ts ?? container?.thread_ts ?? null;

/** Where a question is kept that a choice has asked, for a follow-up to lean on. */
const conversationOf = ({ body }: Press): string =>
  body.view ? AT_HOME : placeOf(body.channel?.id ?? '', threadOf(body));

const inConversation = (house: House, press: Press): Surface => ({
  who: press.who,
  triggerId: press.triggerId,
  // What a press in a channel brings is for the one who pressed.
  ...(isDirect(spotOf(press).channel) && { beside: spotOf(press) }),
  say: sayBeside(house, press),
});

const onHome = (house: House, { who, triggerId }: Press): Surface => ({
  who,
  triggerId,
  say: sayInModal(house, who, (modal) => house.web.openModal(triggerId ?? '', modal)),
});

const inForm = (house: House, { who }: Press, form: OpenForm): Surface => ({
  who,
  triggerId: null,
  revision: form.nextRevision,
  showForm: (modal) => house.web.updateModal(form.viewId, form.hash, modal),
  say: sayInModal(house, who, (modal) => house.web.updateModal(form.viewId, form.hash, modal)),
});

/** Keeps what is typed in an open form, before anything can take it away. */
export async function keepDraft(house: House, who: Surface['who'], form: OpenForm): Promise<void> {
  const { pointer, typed } = form;
  if (pointer?.action === 'report') await house.doors.act(who, 'draft', { ...pointer.input, ...typed });
  // What was typed to set up a campaign is kept as it stands, right or wrong.
  if (pointer?.action === 'setup')
    await house.doors.act(who, 'setup', { ...pointer.input, ...typed, step: 'keep' });
}

async function redrawHome(house: House, press: Press): Promise<void> {
  // Where there is nothing to draw, the answer itself has said so.
  const surface: Surface = { who: press.who, triggerId: null, say: async () => {} };
  await converse(house, 'home', surface, () => house.doors.act(press.who, 'home', {}));
}

async function pressInForm(house: House, press: Press, pointer: Pointer, form: OpenForm): Promise<void> {
  await converse(house, 'form button', inForm(house, press, form), async () => {
    await keepDraft(house, press.who, form);
    // The form's own pointer holds what the chooser does not say (a period, on whose behalf).
    return house.doors.act(
      press.who,
      pointer.action,
      { ...form.pointer?.input, ...pointer.input },
      conversationOf(press),
    );
  });
}

async function carryOut(house: House, press: Press, pointer: Pointer): Promise<void> {
  const { view } = press.body;
  if (view?.type === 'modal') return pressInForm(house, press, pointer, readForm(view));
  const surface = view ? onHome(house, press) : inConversation(house, press);
  await converse(house, 'button', surface, () =>
    house.doors.act(press.who, pointer.action, pointer.input, conversationOf(press)),
  );
  if (view) await redrawHome(house, press);
}

/** Words typed on Home are answered over it: who looks at Home does not look at the conversation. */
async function answerBox(house: House, press: Press, typed: string): Promise<void> {
  await converse(house, 'box', onHome(house, press), () =>
    house.doors.answer(press.who, typed.trim(), undefined, AT_HOME),
  );
  await redrawHome(house, press);
}

/** Listens to buttons, choosers and fields of forms that report what is typed. */
export function listenToActions(app: App, house: House): void {
  app.action(/.*/, async ({ action, body, ack, respond }) => {
    await ack();
    const who = slackUserId(body.user.id);
    if (who === null) return;
    const { action_id, value, selected_option } = action as Pressed;
    const place = body as Place;
    const pointer = decodeAction(action_id, selected_option?.value ?? value);
    const press: Press = { body: place, who, triggerId: (body as BlockAction).trigger_id ?? null, respond };
    await house.background.runAtMost(DONE_WITHIN_MS, 'button', async () => {
      if (pointer) return carryOut(house, press, pointer);
      if (place.view?.type === 'home' && isBox(action_id)) return answerBox(house, press, value ?? '');
      if (place.view?.type === 'modal') await keepDraft(house, who, readForm(place.view));
    });
  });
}
