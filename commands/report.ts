// 填报: asks with the form, and files what comes back. The unit files for itself, the office for one that phoned (代报); a
// filed report is corrected by filing it again. Nothing typed is lost: what is refused lies in the draft.

import type { ActionInput } from '../domain/actions.ts';
import type { FieldProblem } from '../domain/facts.ts';
import { bulletinId, consultationId } from '../domain/ids.ts';
import { dutyOf } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { permit } from '../domain/permission.ts';
import { formFields, readReport } from '../domain/report-form.ts';
import type { DraftContent, ObligationRow, ReportContent } from '../domain/things.ts';
import { readAfresh } from './afresh.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { keepDraft } from './drafts.ts';
import { callerProblems, fileVersion, phonedByIn } from './file-report.ts';
import { type FilingTarget, findFilingTarget, isMetElsewhere, refuseFiling } from './filing-target.ts';
import { describeRow } from './ledger.ts';
import { readNamed } from './named.ts';
import { type Before, describeForm, openingOf, readBefore, typedIn } from './report-opening.ts';

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });
const withoutChanges = (outcome: Outcome): Decision => ({ outcome, changes: [] });

async function open(context: Context, input: ActionInput): Promise<Outcome> {
  const target = await findFilingTarget(context, input, 'report');
  if ('refusal' in target) return refused(target.refusal);
  const refusal = await refuseFiling(context, target.row, 'report', true);
  if (refusal) return refused(refusal);
  if (isMetElsewhere(context, target.row)) return showWhereMet(context, target.row);
  const before = await readBefore(context, target.row);
  const shown = openingOf(before, input.copyLast ?? false);
  return { kind: 'report_form', form: await describeForm(context, target, before, shown) };
}

/** The duty to publish is met in the bulletin and the duty to meet in the consultation, so that is what is shown. */
async function showWhereMet(context: Context, row: ObligationRow): Promise<Outcome> {
  const isMeeting = dutyOf(context.actor.campaign.definition, row).kind === 'consultation';
  const name = isMeeting ? 'consultation' : 'bulletin';
  const command = context.commands.find((each) => each.name === name);
  const allowed = command && permit(context.actor.postings, command.access);
  const { campaign, duty, period } = row;
  const isOpened =
    !isMeeting || (await context.store.find('consultation', consultationId(campaign, duty, period)));
  if (!command || !allowed || !isOpened)
    return refused({ kind: 'not_owed', obligation: await describeRow(context, row) });
  const where = isMeeting
    ? { consultation: consultationId(campaign, duty, period), verb: 'show' }
    : { bulletin: bulletinId(campaign, duty, period), verb: 'preview' };
  return command.run({ ...context, permit: allowed }, where);
}

function readTyped(
  context: Context,
  row: ObligationRow,
  { values, files }: DraftContent,
): { content: ReportContent } | { problems: FieldProblem[] } {
  const { definition } = context.actor.campaign;
  const read = readReport(formFields(definition, dutyOf(definition, row)), values, files);
  const caller = callerProblems(phonedByIn(context, row, values));
  if ('problems' in read) return { problems: [...read.problems, ...caller] };
  return caller.length > 0 ? { problems: caller } : read;
}

/** A form with problems comes back with what was typed. Nothing of it is written if a field carries a secrecy marking. */
async function sendBack(
  context: Context,
  target: FilingTarget,
  before: Before,
  typed: DraftContent,
  problems: FieldProblem[],
): Promise<Decision> {
  const shown = { ...typed, filledFrom: 'refused' as const };
  const report = await describeForm(context, target, before, shown, problems);
  const outcome = refused({ kind: 'form', form: { form: 'report', report } });
  const isClassified = problems.some(({ kind }) => kind === 'classified');
  return { outcome, changes: isClassified ? [] : [keepDraft(context, target.row.id, before.draft, typed)] };
}

async function decide(asked: Context, input: ActionInput): Promise<Decision> {
  const context = await readAfresh(asked);
  const target = await findFilingTarget(context, input, 'report');
  if ('refusal' in target) return withoutChanges(refused(target.refusal));
  const { row } = target;
  const before = await readBefore(context, row);
  const typed = typedIn(input, before);
  const refusal = await refuseFiling(context, row, 'report', false);
  if (refusal)
    return { outcome: refused(refusal), changes: [keepDraft(context, row.id, before.draft, typed)] };
  if (isMetElsewhere(context, row)) return withoutChanges(await showWhereMet(context, row));
  const read = readTyped(context, row, typed);
  if ('problems' in read) return sendBack(context, target, before, typed, read.problems);
  const phonedBy = phonedByIn(context, row, typed.values);
  return fileVersion(context, row, { content: read.content, nil: false, phonedBy, draft: before.draft });
}

const submit = (context: Context, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, input), input.key);

export const report = defineCommand({
  name: 'report',
  words: { zh: ['填报', '上报', '报送', '代报'], en: ['report', 'file'] },
  access: 'filers',
  parse: (rest, context) => readNamed(context, rest, 'duty'),
  run: (context, input) => (input.values ? submit(context, input) : open(context, input)),
  whenForbidden: async (context, input) => (input.values && input.obligation ? submit(context, input) : null),
});
