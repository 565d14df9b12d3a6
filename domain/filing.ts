// A report is filed: by the unit, by the office for a unit that phoned (代报), on time, late or as 补报. Every version is
// kept; the first complete one decides about lateness (obligation.ts has the table of states).

import { type Acting, audited } from './audit.ts';
import type { Calendar } from './calendar.ts';
import type { Campaign } from './campaign.ts';
import { type Change, ensure, insert, move } from './change.ts';
import { submissionId } from './ids.ts';
import { isAfterClose } from './obligation.ts';
import { slotAfter } from './office-hours.ts';
import { intentOf } from './plan.ts';
import { officeStaff, type Presence, recipientsOf } from './recipients.ts';
import type { DraftRow, ObligationRow, ReportContent, SubmissionRow } from './things.ts';
import { dateOf } from './zone.ts';

export type Filing = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  row: ObligationRow;
  content: ReportContent;
  nil: boolean;
  /** 代报: who phoned. */
  phonedBy: string | null;
  /** The draft that this report was written in. */
  draft: DraftRow | null;
};

/** What filing comes to: the version and the row as they will stand, and what is to be written. */
export type Filed = { submission: SubmissionRow; row: ObligationRow; changes: Change[] };

/** A nil report has no content: 零报告 says there is nothing to report. */
export const NIL_CONTENT: ReportContent = { fields: {}, figures: {}, files: [] };

function nextVersion({ row, content, nil, phonedBy, acting }: Filing): SubmissionRow {
  const no = row.latestNo + 1;
  return {
    id: submissionId(row.id, no),
    version: 1,
    campaign: row.campaign,
    obligation: row.id,
    no,
    nil,
    content,
    filedBy: acting.by,
    filedAt: acting.at,
    phonedBy,
    afterClose: isAfterClose(row, acting.at),
  };
}

/** Files a new version. The row must be open, submitted or returned; permission has been checked. */
export function decideFiling(filing: Filing): Filed {
  const { row, acting, nil } = filing;
  const submission = nextVersion(filing);
  const columns = {
    state: 'submitted' as const,
    latestNo: submission.no,
    nil,
    figures: submission.content.figures,
    nextStepAt: null,
    firstFiledAt: row.firstFiledAt ?? acting.at,
    refiledAt: row.returnDueAt === null ? null : (row.refiledAt ?? acting.at),
  };
  const changes = [
    insert('submission', withoutVersion(submission)),
    move('obligation', row, columns),
    ...(filing.draft
      ? [move('draft', filing.draft, { content: { values: {}, files: [] }, savedAt: acting.at })]
      : []),
    ...told(filing, submission),
    audited(acting, nil ? 'nil' : 'report', row, { no: submission.no, phonedBy: submission.phonedBy }),
  ];
  return { submission, row: { ...row, ...columns, version: row.version + 1 }, changes };
}

const withoutVersion = ({ version: _, ...row }: SubmissionRow): Omit<SubmissionRow, 'version'> => row;

/** The receipt at once; the office hears of 补报, the unit of what was filed in its name. */
function told(filing: Filing, { no, afterClose, phonedBy, id }: SubmissionRow): Change[] {
  const { row, acting, campaign, calendar, presence } = filing;
  const view = { campaign, now: acting.at };
  const slot = { slotAt: slotAfter(acting.at, calendar, campaign.zone), about: row.id };
  const there = presence.on(dateOf(slot.slotAt, campaign.zone));
  const receipt = intentOf(
    view,
    `receipt:${id}:${acting.by}`,
    acting.by,
    { kind: 'receipt', obligation: row.id, no },
    { slotAt: acting.at, about: row.id, bundle: `receipt:${id}` },
  );
  const late = !afterClose
    ? []
    : officeStaff(there)
        .filter((person) => person !== acting.by)
        .map((person) =>
          intentOf(
            view,
            `late_report:${id}:${person}`,
            person,
            { kind: 'late_report', obligation: row.id, no },
            slot,
          ),
        );
  const inYourName =
    phonedBy === null
      ? []
      : recipientsOf(there, row.unit, ['liaison']).told.map(({ person, why }) =>
          intentOf(
            view,
            `filed_for_you:${id}:${person}`,
            person,
            { kind: 'filed_for_you', obligation: row.id, by: acting.by, phonedBy, why },
            slot,
          ),
        );
  return [receipt, ...late, ...inYourName].map((intent) => ensure('intent', intent));
}
