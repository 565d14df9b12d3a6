// A task or an incident as people write it behind 日志: 督办3号, 督办〔2016〕3号, task no. 3 [2016], 急报1号. Pure; whether there is
// one of this number is not asked here.

import type { ActionInput } from '../domain/actions.ts';
import { type CampaignId, incidentId, taskId } from '../domain/ids.ts';

const ZH = /(督办|急报)(?:事项)?\s*(?:[〔[(【]\s*(\d{4})\s*[〕\])】])?\s*第?\s*(\d{1,6})\s*号?/u;
const EN = /\b(task|incident)\s*(?:no\.?|number|#)?\s*(\d{1,6})\b(?:\s*[[(](\d{4})[\])])?/;

const isTask = (word: string): boolean => word === '督办' || word === 'task';

/** The task or incident that a plain text names, of this year unless it says otherwise; null where it names none. */
export function findLogged(text: string, campaign: CampaignId, thisYear: number): ActionInput | null {
  const zh = ZH.exec(text);
  const en = zh ? null : EN.exec(text);
  const found = zh ?? en;
  if (!found) return null;
  const [written, word = ''] = found;
  const [year, no] = zh ? [zh[2], zh[3]] : [en?.[3], en?.[2]];
  const of = [campaign, Number(year ?? thisYear), Number(no)] as const;
  return {
    ...(isTask(word) ? { task: taskId(...of) } : { incident: incidentId(...of) }),
    values: { object: written.trim() },
  };
}

/** What only leads over to the object: "log of the". */
export const withoutLead = (text: string): string =>
  text.replace(/^(?:log|trail)\b\s*/, '').replace(/^(?:of|for|on|about)\b\s*(?:the\b\s*)?/, '');
