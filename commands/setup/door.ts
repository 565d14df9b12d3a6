// The door of setting up a campaign in chat (设立专项行动). It is beside the commands' own, because whoever sets up the first
// campaign stands on no roster yet. Pointers prove nothing here either: who may is asked anew at each step.

import { USUAL_BASICS } from '../../documents/setup/basics.ts';
import { USUAL_DUTY_VALUES } from '../../documents/setup/duty-lines.ts';
import type { ActionInput } from '../../domain/actions.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  SETUP_STEPS,
  type SetupProblem,
  type SetupStep,
  type SetupValues,
} from '../../domain/setup/facts.ts';
import type { Deps } from '../command.ts';
import { withChannelNames } from './channels.ts';
import { found, showPreview } from './found.ts';
import { beginAnew, keepStep, readKept } from './kept.ts';
import { guideOf, look } from './look.ts';
import { mayThey } from './who-may.ts';

const WORDS: ReadonlySet<string> = new Set([
  '设立专项行动',
  '设立',
  '新设专项行动',
  '设立行动',
  'set up',
  'setup',
  'set up a campaign',
  'new campaign',
]);

/** Whether words ask for it; whole, because parts of them stand in questions. */
export const isSetupAsked = (typed: string): boolean => WORDS.has(plain(typed));

/** `step` of a form that was not submitted: it is kept as it stands. */
const KEEP = 'keep';

const isStep = (verb: string | undefined): verb is SetupStep =>
  (SETUP_STEPS as readonly (string | undefined)[]).includes(verb);

/** What stands in a form where nothing was typed yet. */
const USUAL: SetupValues = { basics: USUAL_BASICS, duties: USUAL_DUTY_VALUES };

/** Units that are not known yet are no mistake while there are none: the steps may be done in any order. */
const isTooEarly =
  (values: SetupValues) =>
  ({ code }: SetupProblem): boolean =>
    values.units === undefined && (code === 'unknown_unit' || code === 'no_unit');

const formOf = (
  { workspace }: Deps,
  step: SetupStep,
  values: Record<string, string>,
  wrong: SetupProblem[],
) => ({
  form: `setup_${step}` as const,
  values,
  problems: [],
  wrong,
  ...(workspace?.nameOfChannel && { chooses: true }),
});

async function openStep(deps: Deps, who: SlackUserId, step: SetupStep): Promise<Outcome> {
  const { kept, problems } = await look(deps, who);
  const typed = kept.values[step];
  const wrong = typed ? problems.filter((problem) => problem.step === step) : [];
  const values = typed ?? USUAL[step] ?? {};
  return { kind: 'ask_form', form: formOf(deps, step, values, wrong) };
}

async function submitStep(
  deps: Deps,
  who: SlackUserId,
  step: SetupStep,
  sent: Record<string, string>,
): Promise<Outcome> {
  const typed = await withChannelNames(deps, who, step, sent);
  const seen = await look(deps, who, await keepStep(deps, who, step, typed));
  const own = seen.problems.filter((problem) => problem.step === step);
  const wrong = own.filter((problem) => !isTooEarly(seen.kept.values)(problem));
  if (wrong.length === 0) return { kind: 'setup_guide', guide: guideOf(seen), did: 'saved' };
  return { kind: 'refused', refusal: { kind: 'form', form: formOf(deps, step, typed, wrong) } };
}

const isSame = (typed: Record<string, string>, before: Record<string, string>): boolean =>
  Object.keys({ ...typed, ...before }).every((field) => (typed[field] ?? '') === (before[field] ?? ''));

/** Keeps what stands in a form that is closed or has met an error; who only looked has typed nothing. */
async function keepTyped(
  deps: Deps,
  who: SlackUserId,
  step: SetupStep,
  sent: Record<string, string>,
): Promise<Outcome> {
  const typed = await withChannelNames(deps, who, step, sent);
  const { values } = await readKept(deps, who);
  const isNews = !isSame(typed, values[step] ?? USUAL[step] ?? {});
  const kept = isNews ? await keepStep(deps, who, step, typed) : undefined;
  return { kind: 'setup_guide', guide: guideOf(await look(deps, who, kept)), did: 'saved' };
}

async function asFile(deps: Deps, who: SlackUserId): Promise<Outcome> {
  const { reading } = await look(deps, who);
  if (!reading.ok) return { kind: 'setup_wrong', problems: reading.problems };
  return { kind: 'setup_file', name: `${reading.campaign.id}.yml`, text: reading.text };
}

/** Carries out one step of the guide for somebody who may. */
export async function setUp(deps: Deps, who: SlackUserId, input: ActionInput): Promise<Outcome> {
  const { verb, values, no, step } = input;
  // Who presses once more after it became a campaign is told so, though the campaign's rules hold by then.
  if (verb === 'found') return found(deps, who, no);
  const may = await mayThey(deps, who);
  if ('refusal' in may) return { kind: 'refused', refusal: may.refusal };
  if (isStep(verb) && values && step === KEEP) return keepTyped(deps, who, verb, values);
  if (isStep(verb)) return values ? submitStep(deps, who, verb, values) : openStep(deps, who, verb);
  if (verb === 'preview') return showPreview(deps, who, await look(deps, who));
  if (verb === 'file') return asFile(deps, who);
  if (verb === 'anew') await beginAnew(deps, who);
  return {
    kind: 'setup_guide',
    guide: guideOf(await look(deps, who)),
    did: verb === 'anew' ? 'anew' : 'shown',
  };
}

/** What somebody hears who is on no roster, in a database without any campaign; null where there is one. */
export async function greet(deps: Deps, who: SlackUserId): Promise<Outcome | null> {
  if ((await deps.store.list('campaign', { limit: 1 })).length > 0) return null;
  const may = await mayThey(deps, who);
  if ('refusal' in may && may.refusal.kind === 'setup_unsure')
    return { kind: 'refused', refusal: may.refusal };
  const { values } = await readKept(deps, who);
  return { kind: 'setup_greeting', may: !('refusal' in may), begun: Object.keys(values).length > 0 };
}
