// The forms that change the roster: a person with their posts, a unit with its names, whose a Slack account is.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { RosterForm } from '../../domain/roster-facts.ts';
import { section, small } from '../blocks.ts';
import { bold, md, mention } from '../escape.ts';
import { choiceField, dateField, type Filled, manyField, textField, userField } from './fields.ts';

type Body = { blocks: KnownBlock[]; pointer: ActionInput };
type Of<F extends RosterForm['form']> = Extract<RosterForm, { form: F }>;

function personBody(filled: Filled, { person, held, roles, units }: Of<'roster_person'>): Body {
  const { t } = filled;
  const words = t.roster.person;
  const posts = held.map(({ key, role, unit }) => ({
    value: key,
    text: t.words.post(role, unit?.name ?? null),
  }));
  const languages = (['slack', 'zh', 'en'] as const).map((value) => ({
    value,
    text: words.languages[value],
  }));
  const isNew = person === null;
  return {
    pointer: person ? { person: person.id } : {},
    blocks: [
      ...(person ? [section(md`${bold(person.name)} · ${posts.map(({ text }) => text).join(' · ')}`)] : []),
      textField(filled, { id: 'name', label: words.name, required: true }, 'one'),
      textField(filled, { id: 'email', label: words.email, hint: words.emailHint, required: isNew }, 'one'),
      textField(filled, { id: 'phone', label: words.phone, required: false }, 'one'),
      choiceField(filled, { id: 'language', label: words.language, required: false }, languages),
      choiceField(
        filled,
        { id: 'role', label: words.role, hint: isNew ? undefined : words.roleHint, required: isNew },
        roles.map((role) => ({ value: role, text: t.words.roles[role] })),
      ),
      ...(units.length === 0
        ? []
        : [
            choiceField(
              filled,
              { id: 'unit', label: words.unit, hint: words.unitHint, required: false },
              units.map(({ id, name }) => ({ value: id, text: name })),
            ),
          ]),
      ...(isNew
        ? []
        : manyField(filled, { id: 'end', label: words.end, hint: words.endHint, required: false }, posts)),
      small(words.note),
    ],
  };
}

function unitBody(filled: Filled, { unit, kinds }: Of<'roster_unit'>): Body {
  const { t } = filled;
  const words = t.roster.unit;
  const aliases = { id: 'aliases', label: words.aliases, hint: words.aliasesHint, required: false };
  return {
    pointer: unit ? { unit: unit.id } : {},
    blocks: [
      ...(unit ? [section(bold(unit.name))] : []),
      textField(filled, { id: 'name', label: words.name, required: true }, 'one'),
      textField(filled, aliases, 'one'),
      ...(kinds.length === 0
        ? []
        : [
            choiceField(
              filled,
              { id: 'kind', label: words.kind, required: true },
              kinds.map((kind) => ({ value: kind, text: t.words.unitKinds[kind] })),
            ),
            dateField(filled, { id: 'to', label: words.to, hint: words.toHint, required: false }),
          ]),
      small(words.note),
    ],
  };
}

function bindBody(filled: Filled, { person, email, bound }: Of<'roster_bind'>): Body {
  const words = filled.t.roster.bind;
  const now = bound ? md`${words.now}${mention(person)}` : md`${words.nowNothing}`;
  return {
    pointer: { person: person.id },
    blocks: [
      section(md`${bold(person.name)}${email === null ? '' : ` · ${email}`}\n${now}`),
      userField(filled, { id: 'account', label: words.account, hint: words.accountHint, required: false }),
      textField(filled, { id: 'email', label: words.email, hint: words.emailHint, required: false }, 'one'),
      small(words.note),
    ],
  };
}

/** The fields of a form that changes the roster. */
export function rosterFormBody(filled: Filled, facts: RosterForm): Body {
  switch (facts.form) {
    case 'roster_person':
      return personBody(filled, facts);
    case 'roster_unit':
      return unitBody(filled, facts);
    case 'roster_bind':
      return bindBody(filled, facts);
  }
}
