// Shortcuts, pressed anywhere in Slack: the report form, an incident, a task made from a message. A trigger lives three
// seconds and the form comes first: the link to the message is waited for a moment only, and the task does without it.
// What a shortcut is called stands here and in manifest.yml; a test compares them.

import type { App } from '@slack/bolt';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import type { House } from '../house.ts';
import { sayInModal } from '../in-modal.ts';
import { messageMeant, type SlackMessage } from '../message-meant.ts';
import { slackUserId } from '../slack-ids.ts';
import { converse, type Surface } from '../surface.ts';

export type Shortcut = {
  callbackId: string;
  type: 'global' | 'message';
  name: Record<Language, string>;
  action: ActionName;
  input: ActionInput;
};

/** Every shortcut of the app. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    callbackId: 'duban_report',
    type: 'global',
    name: { zh: '填报', en: 'Report' },
    action: 'report',
    input: {},
  },
  {
    callbackId: 'duban_incident',
    type: 'global',
    name: { zh: '重大情况急报', en: 'Incident' },
    action: 'incident',
    input: { verb: 'report' },
  },
  {
    callbackId: 'duban_task',
    type: 'message',
    name: { zh: '消息转督办', en: 'Make a task' },
    action: 'task',
    input: { verb: 'new' },
  },
];

const OPENED_WITHIN_MS = 2800;

/** A shortcut is pressed anywhere, so a modal is the only place where an answer is sure to be seen. */
const inModal = (house: House, who: SlackUserId, triggerId: string): Surface => ({
  who,
  triggerId,
  say: sayInModal(house, who, (modal) => house.web.openModal(triggerId, modal)),
});

/** Listens to the shortcuts. */
export function listenToShortcuts(app: App, house: House): void {
  app.shortcut(/.*/, async ({ shortcut, ack, context }) => {
    await ack();
    const who = slackUserId(shortcut.user.id);
    const known = SHORTCUTS.find(({ callbackId }) => callbackId === shortcut.callback_id);
    if (who === null || !known) return;
    const { action, input } = known;
    const isOnMessage = shortcut.type === 'message_action';
    const message: SlackMessage | null = isOnMessage
      ? { channel: shortcut.channel.id, ts: shortcut.message_ts, text: shortcut.message.text ?? '' }
      : null;
    await house.background.runAtMost(OPENED_WITHIN_MS, 'shortcut', () =>
      converse(house, 'shortcut', inModal(house, who, shortcut.trigger_id), async () => {
        const meant = message ? await messageMeant(house, message, context.botUserId) : {};
        return house.doors.act(who, action, { ...input, ...meant });
      }),
    );
  });
}
