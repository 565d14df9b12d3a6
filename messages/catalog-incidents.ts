// The phrases about incidents (急报). Part of the Catalog (catalog.ts). `number` in a parameter is 急报〔2016〕1号, `title` the
// same as it stands at the head of a card: 重大情况急报〔2016〕1号.

import type { IncidentForm, IncidentVerb } from '../domain/incident/facts.ts';
import type { IncidentEntryKind, IncidentState } from '../domain/incident/things.ts';

export type IncidentField = 'what' | 'where' | 'amount' | 'people' | 'done' | 'phoned';

export type IncidentWords = {
  /** 急报〔2016〕1号 */
  number(year: number, no: number): string;
  /** 重大情况急报〔2016〕1号 */
  title(number: string): string;
  closedTitle(title: string): string;
  buttons: Record<IncidentVerb, string>;
  fields: Record<IncidentField, string>;
  /** Who reported it, from where and when; `unit` null is marked. */
  from(unit: string | null, by: string, at: string): string;
  unit(unit: string | null): string;
  state: Record<IncidentState, string>;
  /** To the person called now; `minutes` null: called first. */
  callYou: string;
  callHow: string;
  calledBecause(minutes: number): string;
  called(names: string): string;
  nextCall(at: string): string;
  calledThrough: string;
  nextCallOfAll(at: string): string;
  noNextCall: string;
  acknowledged(by: string, at: string): string;
  joinedTo(number: string): string;
  isJoined(number: string): string;
  joined(numbers: string): string;
  /** The notification's sentence, without what ends it. */
  text(title: string, where: string, what: string): string;
  callText(title: string, where: string, what: string): string;
  note: string;
  entry: Record<IncidentEntryKind, string>;
  takenTitle(number: string, by: string, at: string): string;
  entryTitle(number: string, kind: IncidentEntryKind, other: string | null): string;
  entryBy(by: string, at: string): string;
  timeline: string;
  did(number: string): Record<IncidentEntryKind, string>;
  toldAtOnce(names: string): string;
  reachedNobody: string;
  keepPhoneFree: string;
  list(count: number): string;
  listEmpty: string;
  listText(count: number, open: number): string;
  homeTitle(count: number): string;
  forms: {
    titles: Record<IncidentForm['form'], string>;
    submits: Record<IncidentForm['form'], string>;
    phoneFirst: string;
    contact(names: string): string;
    noContact: string;
    unit(unit: string): string;
    whichUnit: string;
    noUnit: string;
    hints: Record<IncidentField, string>;
    followUp: string;
    followUpHint: string;
    final: string;
    finalHint: string;
    other: string;
    joinNote: string;
    choice(number: string, where: string, what: string): string;
  };
  refusals: {
    noSuch(typed: string): string;
    which(verb: IncidentVerb): string;
    notYours(verb: IncidentVerb): string;
    acknowledged(number: string, by: string, at: string): string;
    closed(number: string): string;
    joined(number: string, to: string): string;
    open(number: string, verb: IncidentVerb): string;
  };
};
