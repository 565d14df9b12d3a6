// Leave that meets other leave of the same person: what stands already, and what the two may become.

import type { Button } from '@slack/types';
import { type LeaveChoice, type LeaveSpan, standingOf } from '../../domain/leave.ts';
import { button } from '../blocks.ts';
import { namesOf, voiceOf } from './phrases.ts';
import type { SaidRefusal, Sayings } from './refusal-said.ts';

type Met = Extract<SaidRefusal, { kind: 'leave_overlaps' }>;

const choicesOf = ({ merged, overlaps, ...asked }: Met): [LeaveChoice, LeaveSpan][] => [
  ...(merged ? [['merge', merged] as [LeaveChoice, LeaveSpan]] : []),
  [overlaps ? 'replace' : 'beside', asked],
];

/** Why leave was not entered, with what may be done instead. */
export const leaveSayings: Pick<Sayings, 'leave_overlaps'> = {
  leave_overlaps: (met, { language }) => {
    const { t, d } = voiceOf(language, met);
    const { person, from, to, deputy, others } = met;
    const values = { person: person.id, from, to, deputy: deputy?.id ?? '', among: standingOf(others) };
    const buttons = choicesOf(met).map(
      ([verb, span], at): Button =>
        button(
          'leave',
          { person: person.id, verb, values },
          t.answers.leaveChoices[verb](d.span(span.from, span.to)),
          at === 0 ? 'primary' : undefined,
        ),
    );
    const standing = others.map((each) =>
      t.answers.leaveStanding(d.span(each.from, each.to), each.deputy?.name ?? null),
    );
    return {
      sentence: t.answers.leaveMet(
        person.name,
        namesOf(t, standing, undefined, 'things'),
        d.span(from, to),
        met.overlaps,
      ),
      buttons,
    };
  },
};
