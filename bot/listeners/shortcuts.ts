// The global shortcut: the report form from anywhere in Slack.

import type { App } from '@slack/bolt';
import { renderInModal } from '../../messages/render.ts';
import type { House } from '../house.ts';
import { slackUserId } from '../slack-ids.ts';
import { converse } from '../surface.ts';

export const REPORT_SHORTCUT = 'duban_report';
const OPENED_WITHIN_MS = 2800;

/** Listens to the global shortcut. */
export function listenToShortcuts(app: App, house: House): void {
  app.shortcut(/.*/, async ({ shortcut, ack }) => {
    await ack();
    const who = slackUserId(shortcut.user.id);
    if (who === null || shortcut.callback_id !== REPORT_SHORTCUT) return;
    const { trigger_id } = shortcut;
    const surface = {
      who,
      triggerId: trigger_id,
      // A shortcut is pressed anywhere, so a modal is the only place where an answer is sure to be seen.
      say: (message: Parameters<typeof renderInModal>[0], _private: boolean, language: 'zh' | 'en') =>
        house.web.openModal(trigger_id, renderInModal(message, language)),
    };
    await house.background.runAtMost(OPENED_WITHIN_MS, 'shortcut', () =>
      converse(house, 'shortcut', surface, () => house.doors.act(who, 'report', {})),
    );
  });
}
