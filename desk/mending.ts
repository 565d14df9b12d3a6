// What the stand-in lacks and Slack has: locale and zone of a person, the assistant methods, names of files in any script,
// messages of an earlier start of the desk. Everything else is passed on as it is.

import type { Language } from '../domain/campaign.ts';
import type { Picture } from './picture.ts';
import { type Answer, type Args, type Mend, nameOfFile, type WebApiCall } from './web-api.ts';
import type { DeskMessage } from './world.ts';

export type MendingFacts = { language(): Language; zone: string; picture: Picture };

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

export const localeOf = (language: Language): string => LOCALES[language];

/** Builds the mender of one workspace. */
export const newMending = (facts: MendingFacts): Mend => {
  const byMethod: Record<string, (call: WebApiCall) => Answer> = {
    'users.info': (call) => withPlace(call.answer, facts),
    'users.lookupByEmail': (call) => withPlace(call.answer, facts),
    'files.info': ({ answer }) => (answer.ok ? { ...answer, file: withName(answer.file as Named) } : answer),
    'files.completeUploadExternal': ({ answer }) =>
      answer.ok ? { ...answer, files: (answer.files as Named[]).map(withName) } : answer,
    'chat.getPermalink': (call) => rememberedLink(call, facts.picture),
    'chat.update': (call) => rememberedUpdate(call, facts.picture),
    'conversations.history': (call) =>
      withRemembered(call, facts.picture, (message) => message.threadTs === null),
    'conversations.replies': (call) => withRemembered(call, facts.picture, inThread(call.args)),
  };
  return (call) => {
    if (call.method.startsWith('assistant.')) return { ok: true };
    return byMethod[call.method]?.(call) ?? call.answer;
  };
};

type Named = { name: string };
const withName = (file: Named): Named => ({ ...file, name: nameOfFile(file.name) });

function withPlace(answer: Answer, { language, zone }: MendingFacts): Answer {
  if (!answer.ok) return answer;
  const user = answer.user as Args;
  return { ...answer, user: { ...user, locale: localeOf(language()), tz: zone } };
}

/** A message of an earlier start is in the picture only. */
function rememberedUpdate({ args, answer }: WebApiCall, picture: Picture): Answer {
  if (answer.error !== 'message_not_found') return answer;
  const [channel, ts] = [String(args.channel), String(args.ts)];
  return picture.find(channel, ts) ? { ok: true, channel, ts, text: String(args.text ?? '') } : answer;
}

function rememberedLink({ args, answer }: WebApiCall, picture: Picture): Answer {
  if (answer.error !== 'message_not_found') return answer;
  const [channel, ts] = [String(args.channel), String(args.message_ts)];
  const permalink = `https://duban-desk.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return picture.find(channel, ts) ? { ok: true, channel, permalink } : answer;
}

const inThread = (args: Args) => (message: DeskMessage) =>
  message.ts === args.ts || message.threadTs === args.ts;

function withRemembered(
  { args, answer }: WebApiCall,
  picture: Picture,
  wanted: (m: DeskMessage) => boolean,
): Answer {
  if (!answer.ok && answer.error !== 'thread_not_found') return answer;
  const known = (answer.messages as { ts: string }[] | undefined) ?? [];
  const have = new Set(known.map(({ ts }) => ts));
  const remembered = picture
    .list(String(args.channel))
    .filter((message) => message.onlyFor === null && wanted(message) && !have.has(message.ts))
    .map(asHistory);
  return { ...answer, ok: true, messages: [...known, ...remembered.reverse()] };
}

const asHistory = ({ ts, from, text, blocks, threadTs, metadata }: DeskMessage): object => ({
  type: 'message',
  ts,
  user: from,
  text,
  blocks,
  ...(threadTs ? { thread_ts: threadTs } : {}),
  ...(metadata ? { metadata } : {}),
});
