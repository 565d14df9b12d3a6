// 督办事项 of a bulletin: what is new, closed and overdue, by number. A bulletin without any says nothing of them.

import type { KnownBlock } from '@slack/types';
import type { TaskLine, TaskSection } from '../../domain/task/facts.ts';
import { section, sections } from '../blocks.ts';
import { bold, type Mrkdwn, safe } from '../escape.ts';
import type { Voice } from './phrases.ts';
import { briefly, namedOf } from './task-phrases.ts';

const KINDS = ['new', 'closed', 'overdue'] as const;
const LINES_SHOWN = 15;
const UNIT_LENGTH = 30;

function kindLines(voice: Voice, kind: keyof TaskSection, lines: readonly TaskLine[]): Mrkdwn[] {
  if (lines.length === 0) return [];
  const { tasks } = voice.t;
  const hidden = lines.length - LINES_SHOWN;
  return [
    tasks.sectionOf[kind](lines.length),
    ...lines
      .slice(0, LINES_SHOWN)
      .map((line) => tasks.sectionLine(namedOf(voice, line), briefly(line.lead.name, UNIT_LENGTH))),
    ...(hidden > 0 ? [tasks.sectionMore(hidden)] : []),
  ].map(safe);
}

/** The tasks of the reported period; null stands for a bulletin that was frozen before there were any. */
export function taskSectionBlocks(voice: Voice, tasks: TaskSection | null): KnownBlock[] {
  const lines = tasks === null ? [] : KINDS.flatMap((kind) => kindLines(voice, kind, tasks[kind]));
  return lines.length === 0 ? [] : [section(bold(voice.t.tasks.section)), ...sections(lines)];
}
