// Every word that the page itself says. What Duban says comes from the bot, in the person's language, and is not here.

import type { Language, Role, UnitKind } from '../../domain/campaign.ts';
import type { DeliveryLine } from '../contract.ts';
import type { ActAnswer, TourStepId } from '../world.ts';
import { en } from './words-en.ts';
import { zh } from './words-zh.ts';

export type StepWords = { title: string; text: string };

export type Words = {
  desk: string;
  /** Of the browser window. */
  title: (campaign: string) => string;
  working: string;
  off: string;
  provisional: string;
  clock: {
    label: string;
    hour: string;
    day: string;
    next: string;
    nothingNext: string;
    people: (count: number) => string;
    moving: string;
  };
  language: string;
  menu: { label: string; startOver: string; startOverSure: string; keys: string; tour: string };
  people: { label: string; unread: (count: number) => string; you: string; administrator: string };
  groups: Record<UnitKind | 'leaders' | 'accounts', string>;
  roles: Record<Role, string>;
  places: { label: (name: string) => string; home: string; direct: string; channels: string };
  tabs: { people: string; talk: string; ahead: string };
  home: { empty: string };
  talk: {
    label: (name: string) => string;
    empty: string;
    onlyYou: string;
    app: string;
    edited: string;
    replies: (count: number) => string;
    more: string;
    replyInThread: string;
    thread: string;
    close: string;
    newest: string;
    file: (bytes: string) => string;
    earlier: (count: number) => string;
  };
  composer: {
    label: (name: string) => string;
    direct: string;
    channel: (name: string) => string;
    thread: string;
    send: string;
    commands: string;
    attach: string;
    shortcuts: string;
    /** One letter for the button of an incident. */
    incidentSign: string;
    hint: string;
    prompts: string;
  };
  modal: {
    close: string;
    back: string;
    optional: string;
    choose: string;
    chooseFiles: string;
    remove: (name: string) => string;
    sending: string;
    yes: string;
    no: string;
  };
  ahead: {
    label: string;
    next: string;
    just: string;
    fold: string;
    unfold: string;
    nothingNext: string;
    nothingJust: string;
    explain: string;
    and: string;
    or: string;
    states: Record<DeliveryLine['state'], string>;
  };
  playing: { title: string; text: string; of: (done: number, total: number) => string };
  trouble: Record<NonNullable<ActAnswer['trouble']>, string> & {
    gone: string;
    offline: string;
    unseen: string;
  };
  keys: { title: string; list: [string, string][]; close: string };
  tour: {
    label: string;
    step: (no: number, of: number) => string;
    doIt: string;
    doing: string;
    takeMe: string;
    later: string;
    resume: string;
    done: string;
    next: string;
    previous: string;
    finished: StepWords;
    nobody: string;
    steps: Record<TourStepId, StepWords>;
  };
  today: string;
  tomorrow: string;
  yesterday: string;
  skip: string;
};

export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en);
