// Everything that stands in for Slack, put together: workspace, gateway, picture and the acts of people.
// It lives as long as one bot; starting over opens a new one.

import type { Campaign, Language } from '../domain/campaign.ts';
import { type ActingParts, newActing } from './acts.ts';
import { openGateway } from './gateway.ts';
import { localeOf, newMending } from './mending.ts';
import { channelsOf, groupsOf, peopleOf } from './people.ts';
import { type KeptPicture, newPicture, type Picture } from './picture.ts';
import { newResponseUrls } from './response-urls.ts';
import { newSlackEvents } from './slack-events.ts';
import { eventCallback, userChange } from './slack-payloads.ts';
import { watch } from './watching.ts';
import { newWebApi, type WebApi } from './web-api.ts';
import { BOT_TOKEN, openWorkspace } from './workspace.ts';
import type { Act, ActAnswer, DeskChannel, DeskPerson, PeopleGroup, Push } from './world.ts';

export type SlackSideOptions = {
  campaign: Campaign;
  signingSecret: string;
  kept?: KeptPicture;
  language(): Language;
  now(): number;
  /** Where signed requests go; asked at each one. */
  botUrl(): string;
  onPush(push: Push): void;
};

export type SlackSide = {
  people: DeskPerson[];
  groups: PeopleGroup[];
  channels: DeskChannel[];
  picture: Picture;
  webApi: WebApi;
  /** Web API base for the bot, with a trailing slash. */
  apiUrl: string;
  act(act: Act): Promise<ActAnswer>;
  /** Tells the bot that everybody's Slack now speaks another language. */
  announceLanguage(): Promise<void>;
  /** Bytes and name of a file in the workspace, or null. */
  download(fileId: string): Promise<{ name: string; bytes: Buffer } | null>;
  /** Puts a person's file into the workspace, as the upload of a form does. */
  upload(name: string, bytes: Buffer): Promise<{ id: string; name: string }>;
  close(): Promise<void>;
};

/** Opens a workspace with the campaign's people and channels, in which the bot may be started. */
export async function openSlackSide(options: SlackSideOptions): Promise<SlackSide> {
  const { campaign, now, language } = options;
  const people = peopleOf(campaign);
  const channels = channelsOf(campaign, people);
  const picture = newPicture(people, channels, options.onPush, options.kept);
  const workspace = await openWorkspace(campaign.group, people, channels);
  const triggers = new Map<string, string>();
  const personOfTrigger = (trigger: string) => triggers.get(trigger) ?? null;
  const webApi = newWebApi(workspace, newMending({ language, zone: campaign.zone, picture }), (call) =>
    watch(call, { picture, now, personOfTrigger }),
  );
  const responseUrls = newResponseUrls(
    () => picture,
    () => webApi,
    now,
  );
  const gateway = await openGateway({ webApi: () => webApi, responseUrls });
  const events = newSlackEvents(options.botUrl, options.signingSecret);
  const noteTrigger = (trigger: string, person: string) => triggers.set(trigger, person);
  const acting: ActingParts = {
    people,
    channels,
    picture,
    webApi,
    events,
    responseUrls,
    gatewayUrl: gateway.url,
    now,
    noteTrigger,
  };
  return {
    people,
    groups: groupsOf(campaign, people),
    channels,
    picture,
    webApi,
    apiUrl: `${gateway.url}/api/`,
    act: newActing(acting),
    async announceLanguage() {
      const locale = localeOf(language());
      const changes = people.map((person) => eventCallback(userChange(person, locale, campaign.zone)));
      for (const change of changes) await events.sendEvent(change);
    },
    download: (fileId) => downloadFile(webApi, fileId),
    upload: (name, bytes) => uploadFile(webApi, name, bytes),
    async close() {
      await gateway.close();
      await workspace.close();
    },
  };
}

async function downloadFile(webApi: WebApi, file: string): Promise<{ name: string; bytes: Buffer } | null> {
  const answer = await webApi.call('files.info', { file });
  if (!answer.ok) return null;
  const found = answer.file as { name: string; url_private_download: string };
  const response = await fetch(found.url_private_download, {
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
  });
  return { name: found.name, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function uploadFile(
  webApi: WebApi,
  name: string,
  bytes: Buffer,
): Promise<{ id: string; name: string }> {
  const place = await webApi.call('files.getUploadURLExternal', { filename: name, length: bytes.length });
  const id = String(place.file_id);
  await fetch(String(place.upload_url), { method: 'POST', body: new Uint8Array(bytes) });
  const done = await webApi.call('files.completeUploadExternal', { files: [{ id, title: name }] });
  if (!done.ok) throw new Error(`The Slack stand-in refused the file ${name}: ${done.error}`);
  return { id, name };
}
