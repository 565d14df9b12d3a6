// The app's own pane: the Home tab is drawn when it is opened; the messages tab gets a few questions to begin with, which
// are a courtesy: where Slack does not take them, that is noted once.

import type { App } from '@slack/bolt';
import { describePrompts, renderInHome } from '../../messages/render.ts';
import type { House } from '../house.ts';
import { slackUserId } from '../slack-ids.ts';
import { converse, type Surface } from '../surface.ts';

const DRAWN_WITHIN_MS = 2400;

async function drawHome(house: House, who: Surface['who']): Promise<void> {
  const surface: Surface = {
    who,
    triggerId: null,
    say: (message) => house.web.publishHome(who, renderInHome(message)),
  };
  await converse(house, 'home', surface, () => house.doors.act(who, 'home', {}));
}

/** Listens to the app's pane being opened. */
export function listenToHome(app: App, house: House): void {
  let areSuggestionsTaken = true;
  const suggest = async (who: Surface['who'], channel: string): Promise<void> => {
    if (!areSuggestionsTaken) return;
    const names = await house.doors.prompts(who);
    if (names.length === 0) return;
    const prompts = describePrompts(names, await house.languageFor(who));
    await house.web.suggestPrompts(channel, prompts).catch((error: unknown) => {
      areSuggestionsTaken = false;
      house.log.warn({ error: String(error) }, 'suggested prompts are not taken');
    });
  };
  app.event('app_home_opened', async ({ event }) => {
    const who = slackUserId(event.user);
    if (who === null) return;
    if (event.tab === 'home')
      await house.background.runAtMost(DRAWN_WITHIN_MS, 'home', () => drawHome(house, who));
    else house.background.run('prompts', () => suggest(who, event.channel));
  });
  // Slack sends it when the person looks at something else beside the pane; Duban has nothing to say to that.
  app.event('app_context_changed' as 'app_home_opened', async () => {});
}
