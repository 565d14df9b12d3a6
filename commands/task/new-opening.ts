// What the form of a new task opens with: the lead unit, deadline and title that words name, a message's own words, or a
// duty line of the plan with its clause.

import type { ActionInput } from '../../domain/actions.ts';
import type { Duty } from '../../domain/campaign.ts';
import { plain } from '../../domain/names.ts';
import { isLeader, isOffice } from '../../domain/permission.ts';
import type { Context } from '../command.ts';
import { dayIn, type Values } from './fields.ts';

/** How much of a first line a title takes, in code points. */
const LONGEST_TITLE = 40;

const titleOf = (text: string): string => {
  const [first = ''] = text.trim().split(/\r?\n/);
  return [...first.trim()].slice(0, LONGEST_TITLE).join('');
};

/** The duty a button points at, or whose whole name stands as the title. */
async function dutyMeant({ store, actor }: Context, input: ActionInput): Promise<Duty | undefined> {
  const { duties, id } = actor.campaign.definition;
  const row = input.obligation ? await store.find('obligation', input.obligation) : null;
  const named = row?.campaign === id ? row.duty : input.duty;
  const said = plain(input.text ?? '');
  return duties.find((duty) => duty.id === named) ?? duties.find(({ name }) => plain(name) === said);
}

/** The kind of source that is likeliest; leaders give instructions. */
function sourceOf({ actor: { postings } }: Context, { permalink }: ActionInput, duty: Duty | undefined) {
  if (permalink !== undefined) return 'message';
  if (duty) return 'plan';
  return isLeader(postings) && !isOffice(postings) ? 'instruction' : 'other';
}

async function leadOf({ store }: Context, { unit, obligation }: ActionInput): Promise<string | undefined> {
  return unit ?? (obligation ? (await store.find('obligation', obligation))?.unit : undefined);
}

/** The values that stand in the form to begin with. */
export async function openingOf(context: Context, input: ActionInput): Promise<Values> {
  const duty = await dutyMeant(context, input);
  const text = input.text?.trim() || duty?.name || '';
  const title = titleOf(text);
  const isWhole = title === text && input.permalink === undefined;
  const ask = isWhole ? (duty?.source ?? '') : text;
  const lead = await leadOf(context, input);
  const dueOn = input.to === undefined ? '' : (dayIn(context, input.to) ?? input.to);
  return {
    ...(title !== '' && { title }),
    ...(ask !== '' && { ask }),
    ...(lead && { lead }),
    ...(dueOn && { dueOn }),
    priority: 'normal',
    feedback: 'none',
    source: sourceOf(context, input, duty),
    ...(duty?.source && { sourceText: duty.source }),
  };
}
