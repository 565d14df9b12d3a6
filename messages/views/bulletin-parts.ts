// The sentences of a bulletin and what may be done with it in each state; the channel message, the thread, the preview
// and the notice of a draft all say them in the same words.

import type { Button } from '@slack/types';
import type { BulletinFacts, Counts } from '../../domain/facts.ts';
import { button, confirmed } from '../blocks.ts';
import { figureTotal, namesOf, type Voice } from './phrases.ts';

const percentOf = ({ due, onTime }: Counts): number => (due === 0 ? 0 : Math.round((onTime / due) * 100));

/** 第31周应报 10 家，按时 8 家（80%，上周 70%），迟报 1 家，未报 1 家。 */
export function countsLine({ t, d }: Voice, { counts, before, collectsPeriod }: BulletinFacts): string {
  const earlier =
    before === null || before.due === 0
      ? ''
      : t.bulletin.beforePercent(t.words.before[collectsPeriod.kind], percentOf(before));
  const onTime = { count: counts.onTime, percent: percentOf(counts), before: earlier };
  return t.bulletin.counts(
    d.periodName(collectsPeriod),
    counts.due,
    onTime,
    counts.late,
    counts.nil,
    counts.missing,
  );
}

/** 排查机构 86 家（+11），发现问题 23 个（+4）。 Empty without figures. */
export const figuresLine = ({ t }: Voice, { figures }: BulletinFacts): string =>
  figures.length === 0
    ? ''
    : t.words.sentence(t.words.clauses(figures.map((figure) => figureTotal(t, figure))));

/** Who is missing and who was late, each with when; what a unit objects is said with its name. */
export function namedLine({ t, d }: Voice, { missing, late }: BulletinFacts, most?: number): string {
  const disputed = (unit: string, dispute: string | null): string =>
    dispute === null ? unit : t.bulletin.disputed(unit, dispute);
  const absent = missing.map(({ unit, dispute }) => disputed(unit.name, dispute));
  const tardy = late.map(({ unit, filedAt, dispute }) =>
    disputed(unit.name + t.words.inParens(d.brief(filedAt)), dispute),
  );
  if (absent.length + tardy.length === 0) return t.bulletin.nobodyMissing;
  return [
    ...(absent.length > 0 ? [t.bulletin.missing(namesOf(t, absent, most))] : []),
    ...(tardy.length > 0 ? [t.bulletin.late(namesOf(t, tardy, most))] : []),
  ].join('　');
}

/** What the office may do next. */
export function bulletinButtons({ t }: Voice, { id, state }: BulletinFacts): Button[] {
  const { buttons } = t.words;
  const verb = (name: string) => ({ verb: name, bulletin: id });
  switch (state) {
    case 'drafted':
      return [
        button('bulletin', verb('edit'), buttons.edit),
        button('bulletin', verb('approve'), buttons.approve, 'primary'),
      ];
    case 'approved': {
      const publish = button('bulletin', verb('publish'), buttons.publish, 'primary');
      return [confirmed(publish, t.bulletin.confirmPublish)];
    }
    case 'published':
      return [button('bulletin', verb('correct'), buttons.correctBulletin)];
  }
}
