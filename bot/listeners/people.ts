// What Slack says about accounts and about the app itself: a new language, an account that was closed or opened
// again, an installation that was taken back.

import type { App } from '@slack/bolt';
import type { House } from '../house.ts';
import { slackUserId } from '../slack-ids.ts';

/** Listens to accounts that change and to the app being removed. */
export function listenToPeople(app: App, house: House): void {
  app.event('user_change', async ({ event }) => {
    const account = event.user as { id?: string; locale?: string; deleted?: boolean };
    const slack = slackUserId(account.id);
    if (slack === null) return;
    await house.people.changed({
      slack,
      locale: account.locale ?? null,
      isDeactivated: account.deleted === true,
    });
  });
  app.event('app_uninstalled', async () => house.people.appRemoved('app_uninstalled'));
  app.event('tokens_revoked', async ({ event }) => {
    if ((event.tokens.bot ?? []).length > 0) house.people.appRemoved('tokens_revoked');
  });
}
