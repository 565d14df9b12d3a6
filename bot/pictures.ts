// Pictures beside answers: drawn and brought to Slack after the words have been said, for the same eyes and no others. An
// answer is whole without its picture, so nobody waits for one, and one that fails is a line in the log and nothing more.
//
//   the answer            the picture
//   for all in a channel  in the same thread
//   in a direct message   there
//   for the asker alone   in the asker's direct messages

import type { SlackUserId } from '../domain/ids.ts';
import type { PictureLabels } from '../messages/picture.ts';
import type { Background } from './background.ts';
import type { Log } from './log.ts';
import { isDirect } from './slack-ids.ts';
import type { SlackWeb, Spot } from './slack-web.ts';

export type Pictures = {
  /**
   * Shows a picture beside an answer to `who`; `beside` is the conversation that it was said in, null where only the asker
   * sees what was said. Never throws and is not waited for.
   */
  show(who: SlackUserId, beside: Spot | null, picture: PictureLabels): void;
};

type Parts = {
  paint: (labels: PictureLabels) => Promise<Buffer>;
  web: Pick<SlackWeb, 'sendPicture'>;
  background: Background;
  log: Log;
};

/** Where a picture may stand: the conversation where everybody there may see it, or it is the asker's own; else null. */
export const placeOf = (beside: Spot | null, isPrivate: boolean): Spot | null =>
  beside && (!isPrivate || isDirect(beside.channel)) ? beside : null;

/** Makes what brings pictures to Slack. */
export const createPictures = ({ paint, web, background, log }: Parts): Pictures => ({
  show(who, beside, picture) {
    const { alt, caption, fileName } = picture;
    background.run('picture', async () => {
      try {
        const png = await paint(picture);
        await web.sendPicture(beside ?? who, { name: `${fileName}.png`, png, alt, caption });
      } catch (error) {
        log.warn(
          { error: String(error) },
          'a picture could not be shown; the words of its answer stand alone',
        );
      }
    });
  },
});
