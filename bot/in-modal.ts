// An answer where only a modal is sure to be seen: after a press on Home, in an open form, from a shortcut. What a modal
// cannot hold, or is too late to be opened for, goes to the person's direct messages whole; nothing is cut for it.

import type { SlackUserId } from '../domain/ids.ts';
import { fitsModal, type Modal, renderInDirect, renderInModal } from '../messages/render.ts';
import type { House } from './house.ts';
import type { Surface } from './surface.ts';

type Show = (modal: Modal) => Promise<void>;

async function isShown(house: House, show: Show, modal: Modal): Promise<boolean> {
  try {
    await show(modal);
    return true;
  } catch (error) {
    house.log.warn({ error: String(error) }, 'the answer did not open; it goes to the direct messages');
    return false;
  }
}

/** Says it in a modal, which `show` opens or changes, or else in the direct messages. */
export const sayInModal =
  (house: House, who: SlackUserId, show: Show): Surface['say'] =>
  async (message, _isPrivate, language) => {
    const modal = renderInModal(message, language);
    const fits = fitsModal(modal);
    if (fits && (await isShown(house, show, modal))) return;
    await house.web.postDirect(who, message);
    if (!fits) await isShown(house, show, renderInModal(renderInDirect(language), language));
  };
