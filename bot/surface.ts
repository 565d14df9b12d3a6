// A surface is where somebody asked: a slash command, a conversation, a button, the Home tab. It knows how to say
// something there; what is said and who may see it is decided before.
//
//   outcome    with a trigger                   without one (typed text), or when the trigger is spent
//   message    said where it was asked          the same
//   modal      opened                           a message with the button that opens it
//   home       published                        published
//   file       sent to the asker's DM, its message said where it was asked, to the asker alone

import { randomBytes } from 'node:crypto';
import type { Language } from '../domain/campaign.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import {
  type Message,
  type Modal,
  renderError,
  renderOfferedForm,
  renderOutcome,
} from '../messages/render.ts';
import type { House } from './house.ts';
import { placeOf } from './pictures.ts';
import type { Spot } from './slack-web.ts';

export type Surface = {
  who: SlackUserId;
  triggerId: string | null;
  /** Says it here; `isPrivate`: the asker alone may see it. */
  say(message: Message, isPrivate: boolean, language: Language): Promise<void>;
  /** The conversation that an open answer is said in; left out where the asker alone sees what is said here. */
  beside?: Spot;
  /** Shows a form in another way than opening it: changes the one that is open. */
  showForm?(modal: Modal): Promise<void>;
  /** Which revision a form is shown in (an open form that is changed needs a new one). */
  revision?: number;
};

async function showModal(house: House, surface: Surface, modal: Modal, language: Language): Promise<void> {
  if (surface.showForm) return surface.showForm(modal);
  try {
    if (surface.triggerId) return await house.web.openModal(surface.triggerId, modal);
  } catch (error) {
    house.log.warn({ error: String(error) }, 'the form did not open; its button is sent instead');
  }
  await surface.say(renderOfferedForm(modal, language), true, language);
}

/** Shows an outcome on the surface where it was asked for. */
export async function present(
  house: House,
  surface: Surface,
  outcome: Outcome,
  language: Language,
): Promise<void> {
  const rendered = renderOutcome(outcome, language, { revision: surface.revision ?? 0 });
  switch (rendered.kind) {
    case 'message':
      await surface.say(rendered.message, rendered.private, language);
      // A modal is closed and gone; that a campaign was set up is read again.
      if (outcome.kind === 'setup_done' && surface.showForm)
        await house.web.postDirect(surface.who, rendered.message);
      if (rendered.picture)
        house.pictures.show(surface.who, placeOf(surface.beside ?? null, rendered.private), rendered.picture);
      return;
    case 'modal':
      return showModal(house, surface, rendered.modal, language);
    case 'home':
      return house.web.publishHome(surface.who, rendered.home);
    case 'file':
      await surface.say(rendered.message, true, language);
      return house.web.sendFile(surface.who, {
        name: rendered.name,
        text: rendered.text,
        comment: rendered.message.text,
      });
  }
}

/** Writes an unexpected error to the log and answers the id it has there. */
export function recordError(house: House, where: string, error: unknown): string {
  const id = randomBytes(4).toString('hex');
  const stack = error instanceof Error ? error.stack : String(error);
  house.log.error({ id, where, stack }, 'unexpected error');
  return id;
}

/**
 * The error boundary: asks, shows what came of it, and lets out what was committed. An expected refusal is an outcome
 * like any other; an error that nobody expected is shown with an id that is in the log, and goes no further.
 */
export async function converse(
  house: House,
  where: string,
  surface: Surface,
  ask: () => Promise<Outcome>,
): Promise<void> {
  let language: Language = 'zh';
  try {
    language = await house.languageFor(surface.who);
    const outcome = await ask();
    await present(house, surface, outcome, language);
  } catch (error) {
    const id = recordError(house, where, error);
    await surface.say(renderError(id, language), true, language).catch((silenced: unknown) => {
      house.log.warn({ id, error: String(silenced) }, 'the error could not be shown');
    });
  } finally {
    house.nudge();
  }
}
