// The phrases of the roster: its list, what can be changed of it, and the forms for that. Part of the Catalog (catalog.ts).

export type RosterColumn = 'person' | 'role' | 'unit' | 'phone' | 'email' | 'note';

export type RosterWords = {
  head: Record<RosterColumn, string>;
  /** What was looked for, and how many were found. */
  found(query: string, count: number): string;
  buttons: {
    change: string;
    changeUnit: string;
    newPerson: string;
    newUnit: string;
    bind: string;
    unbind: string;
    bindWhom(name: string): string;
  };
  choosePerson: string;
  warns: Record<'leaves_office' | 'leaves_roster', string>;
  account(name: string): string;
  nobody: string;
  lastOfOffice: string;
  unitInUse(unit: string): string;
  accountTaken(holder: string | null): string;
  notAnAccount(typed: string): string;
  person: {
    name: string;
    phone: string;
    email: string;
    emailHint: string;
    language: string;
    languages: Record<'zh' | 'en' | 'slack', string>;
    end: string;
    endHint: string;
    role: string;
    roleHint: string;
    unit: string;
    unitHint: string;
    note: string;
  };
  unit: {
    name: string;
    aliases: string;
    aliasesHint: string;
    kind: string;
    to: string;
    toHint: string;
    note: string;
  };
  bind: {
    now: string;
    nowNothing: string;
    account: string;
    accountHint: string;
    email: string;
    emailHint: string;
    note: string;
  };
};
