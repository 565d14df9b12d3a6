// What one word on a line about a person can be: a role, an e-mail, a Slack id, a phone, a unit, or else a name.

import type { Role } from '../../domain/campaign.ts';
import { nameKey } from '../nearest.ts';
import { EMAIL_PATTERN } from '../notation.ts';

export type Word =
  | { kind: 'email' | 'slack' | 'phone' | 'other' | 'at_name' | 'bad_email'; text: string }
  | { kind: 'role'; text: string; role: Role }
  | { kind: 'unit'; text: string; unit: string };

/** Units by every name they have, as `nameKey` spells it. */
export type UnitNames = ReadonlyMap<string, string>;

const ROLE_WORDS: Record<Role, string> = {
  liaison: '联络员 联络人 A角 联络员A角 A角联络员 经办人 liaison',
  deputy: '副联络员 备用联络员 B角 联络员（B角） 联络员B角 B角联络员 联络员（副） deputy deputy-liaison',
  head: '负责人 单位负责人 分管领导 主要负责人 分管负责人 主要领导 单位领导 head head-of-unit',
  office_director: '办公室主任 主任 director office-director',
  office_staff: '工作人员 办公室工作人员 办公室人员 staff office-staff',
  leader: '组长 领导小组组长 leader group-leader',
  deputy_leader: '副组长 领导小组副组长 deputy-leader deputy-group-leader',
  inspector: '督查 督查员 督察 督导 督导员 inspector',
};
const ROLES = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) =>
    words.split(' ').map((word) => [nameKey(word.replaceAll('-', ' ')), role as Role] as const),
  ),
);

const MENTION = /^@?([UW][A-Z0-9]{6,})$/;
const PHONE = /^\+?\d[\d\s()（）-]{5,20}$/u;

/** The role that a word names; what stands in parentheses beside it does not count. */
export const roleOf = (text: string): Role | undefined =>
  ROLES.get(nameKey(text)) ?? ROLES.get(nameKey(text.replace(/[（(][^（(）)]*[)）]/gu, '')));

/** What a word is if it is anything but a name; undefined else. */
function known(text: string, units: UnitNames): Word | undefined {
  const role = roleOf(text);
  if (role) return { kind: 'role', text, role };
  const unit = units.get(nameKey(text));
  if (unit !== undefined) return { kind: 'unit', text, unit };
  if (EMAIL_PATTERN.test(text)) return { kind: 'email', text };
  const account = MENTION.exec(text)?.[1];
  if (account !== undefined) return { kind: 'slack', text: account };
  if (PHONE.test(text) && text.replace(/\D/g, '').length >= 7) return { kind: 'phone', text };
  if (/^[@＠]\S/u.test(text)) return { kind: 'at_name', text };
  return text.includes('@') ? { kind: 'bad_email', text } : undefined;
}

/** 市公安局联络员: a unit and a role written as one word. */
function glued(text: string, units: UnitNames): Word[] | undefined {
  for (let cut = text.length - 1; cut > 1; cut--) {
    const unit = units.get(nameKey(text.slice(0, cut)));
    const role = unit === undefined ? undefined : roleOf(text.slice(cut));
    if (unit !== undefined && role)
      return [
        { kind: 'unit', text: text.slice(0, cut), unit },
        { kind: 'role', text: text.slice(cut), role },
      ];
  }
  return undefined;
}

const MOST_JOINED = 6;
const LONGEST_GLUED = 60;

/** Reads a cell: whole if it is something, else word by word, the longest run of words that is something first. */
export function wordsIn(cell: string, units: UnitNames): Word[] {
  const parts = cell.split(/\s+/u);
  const words: Word[] = [];
  for (let at = 0; at < parts.length; ) {
    const run = longestKnown(parts, at, units);
    const single = parts[at]!;
    words.push(
      ...(run?.words ??
        (single.length <= LONGEST_GLUED ? glued(single, units) : undefined) ?? [
          { kind: 'other' as const, text: single },
        ]),
    );
    at += run?.length ?? 1;
  }
  return joined(words);
}

function longestKnown(parts: readonly string[], at: number, units: UnitNames) {
  for (let length = Math.min(MOST_JOINED, parts.length - at); length > 0; length--) {
    const word = known(parts.slice(at, at + length).join(' '), units);
    // Of several words only a name, a role or a phone is one thing; an address has no spaces.
    if (word && (length === 1 || ['role', 'unit', 'phone'].includes(word.kind)))
      return { words: [word], length };
  }
  return undefined;
}

/** Latin names have several words: Anna Officer. */
const joined = (words: readonly Word[]): Word[] =>
  words.reduce<Word[]>((all, word) => {
    const before = all.at(-1);
    const isName = (one: Word | undefined) =>
      one?.kind === 'other' && /^[\p{Script=Latin}.'-]+$/u.test(one.text.replace(/ /g, ''));
    if (before && isName(before) && isName(word))
      all[all.length - 1] = { kind: 'other', text: `${before.text} ${word.text}` };
    else all.push(word);
    return all;
  }, []);

/** How units' names end; only asked where a word could be a unit or a name. */
export const looksLikeUnit = (text: string): boolean =>
  /(?:局|委|办|室|院|行|县|区|市|会|司|中心|政府|部|厅|处|所|站|署|社|公安)$/u.test(text) ||
  /\b(?:bureau|office|department|committee|commission|bank|association|county|district|city|ltd)$/i.test(
    text,
  );
