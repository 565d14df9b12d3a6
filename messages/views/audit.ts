// The log: who did what to what, each line in the words of the product. What a line says more (a reason, a deadline, a number)
// stands behind its label; of what has no label the value alone is said, so that no key of the code is ever shown.

import type { Button, KnownBlock } from '@slack/types';
import type { AmendmentSubject } from '../../domain/amendment.ts';
import type { Language } from '../../domain/campaign.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import type { AuditFacts } from '../../domain/facts.ts';
import { as, type CivilDate, type Instant } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, sections, small } from '../blocks.ts';
import { describeCampaignChange } from '../campaign-change-words.ts';
import type { Catalog } from '../catalog.ts';
import { bold, md, safe, truncate } from '../escape.ts';
import { reportOf, type Voice, voiceOf } from './phrases.ts';

type Audit = Extract<Outcome, { kind: 'audit' }>;

const LINES_SHOWN = 60;
const DETAIL_LENGTH = 200;
/** Later than any number that is counted: such a number is an instant. */
const EARLIEST = Date.UTC(2000, 0, 1);
const CIVIL_DATE = /^\d{4}-\d\d-\d\d$/;

/** What a line is about: a report, a task, an incident; else its name. */
function objectOf(voice: Voice, { of, object }: AuditFacts): string {
  const { t } = voice;
  if (of === undefined) return object;
  switch (of.kind) {
    case 'task':
      return t.tasks.number(of.year, of.no);
    case 'incident':
      return t.incidents.number(of.year, of.no);
    case 'duty': {
      const what = of.period === null ? of.duty.name : reportOf(voice, { duty: of.duty, period: of.period });
      return [what, ...(of.unit === null ? [] : [of.unit.name])].join(' · ');
    }
  }
}

/** A change of settings or roster: what it is about, and each change where the log holds it. */
const changedOf = (
  { amendments, words }: Catalog,
  language: Language,
  { subject, what }: AuditFacts['detail'],
): string => {
  const changes = Array.isArray(what) ? (what as CampaignChange[]) : [];
  const said = changes.map((change) => describeCampaignChange(change, language));
  const about = amendments.subjects[subject as AmendmentSubject] ?? String(subject);
  return words.clauses([about, ...said]);
};

function saidValue({ t, d }: Voice, key: string, value: unknown): string {
  const words = t.answers.logged;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return words.items(value.length);
  if (typeof value === 'number' && value > EARLIEST) return d.at(as<Instant>(value));
  if (typeof value === 'string' && CIVIL_DATE.test(value)) return d.date(as<CivilDate>(value));
  const text = String(value);
  if (key === 'percent') return `${text}%`;
  return words.values[text] ?? text;
}

function partOf(voice: Voice, verb: string, key: string, value: unknown): string {
  const { words, answers } = voice.t;
  if (key === 'no' && (verb === 'report' || verb === 'nil')) return words.version(Number(value));
  const said = saidValue(voice, key, value);
  const label = answers.logged.labels[key];
  return label === undefined ? said : words.labelled(label, said);
}

/** What is not there (nobody phoned) is not said, and nothing that another line of it says better. */
function detailOf(voice: Voice, { verb, detail }: AuditFacts): string {
  const parts = Object.entries(detail)
    .filter(([, value]) => (value !== null && typeof value !== 'object') || Array.isArray(value))
    .map(([key, value]) => partOf(voice, verb, key, value));
  return voice.t.words.clauses(parts);
}

function lineOf(voice: Voice, line: AuditFacts): string {
  const { t, d, language } = voice;
  const { at, actor, verb, detail } = line;
  const isAmendment = verb.startsWith('amendment_');
  const rest = isAmendment ? changedOf(t, language, detail) : detailOf(voice, line);
  const said = [d.at(at), actor, t.answers.verb(verb), objectOf(voice, line)];
  return [...said, ...(rest === '' ? [] : [truncate(rest, DETAIL_LENGTH)])].join(' · ');
}

/** How what was asked about stands now, and its rows to take away. */
const auditButtons = ({ words }: Catalog, { about = {} }: Audit): Button[] => [
  button('status', about, words.buttons.status),
  button('export', about, words.buttons.ledger),
];

/** Who did what to what, newest first. */
export function renderAudit(audit: Audit, language: Language): Message {
  const voice = voiceOf(language, audit);
  const { t, d } = voice;
  const about = [audit.object, audit.period ? d.periodName(audit.period) : null].filter(Boolean);
  const title = t.answers.audit(about.length > 0 ? about.join(' · ') : null, audit.lines.length);
  const asOf = t.words.asOf(d.at(audit.now));
  const lines = audit.lines.slice(0, LINES_SHOWN).map((line) => safe(lineOf(voice, line)));
  const hidden = audit.lines.length - lines.length;
  const blocks: KnownBlock[] = [
    ...sections([
      md`${bold(title)} · ${asOf}`,
      ...(lines.length === 0 ? [safe(t.answers.auditNothing)] : lines),
    ]),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden))] : []),
    ...actions(auditButtons(t, audit)),
  ];
  return message(t.words.sentence(t.words.clauses([title, asOf])), blocks, t.words.cut);
}
