import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SHORTCUTS } from '../../bot/listeners/shortcuts.ts';
import { MANIFEST } from '../../bot/package-files.ts';

type Manifest = {
  display_information: { name: string; description: string; long_description: string };
  features: {
    app_home: {
      home_tab_enabled: boolean;
      messages_tab_enabled: boolean;
      messages_tab_read_only_enabled: boolean;
    };
    agent_view: { agent_description: string };
    bot_user: { display_name: string };
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint: string; should_escape: boolean }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};
const manifest = parse(readFileSync(MANIFEST, 'utf8')) as Manifest;

function sourcesIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
const source = sourcesIn(new URL('../../bot', import.meta.url).pathname);

/** What each Web API method that the code calls needs, by Slack's reference. */
const SCOPES_OF: Record<string, string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.uploadV2': ['files:write'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email', 'users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};
/** What each event needs. */
const SCOPES_OF_EVENT: Record<string, string[]> = {
  app_context_changed: ['assistant:write'],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
};
/** Scopes that no call needs: for commands, and for reading the files and conversations that events speak of. */
const BESIDE_CALLS = ['commands', 'files:read', 'im:read', 'team:read'];

const found = (pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1]!))].sort();
const methods = [
  ...found(
    /\b(?:client|posts|opens|quick|once|patient)\s*\.((?:auth|chat|conversations|files|users|views)\.[a-zA-Z0-9]+)\(/g,
  ),
  ...found(/apiCall\('([a-zA-Z.]+)'/g),
].sort();
const events = [
  ...found(/app\.event\(\s*'([a-z_]+)'/g),
  ...(/app\.message\(/.test(source) ? ['message.im'] : []),
].sort();
const length = (text: string): number => [...text].length;

describe('the manifest', () => {
  it('subscribes to exactly the events that are listened to', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(events);
  });

  it('asks for exactly the scopes that calls and events need', () => {
    expect(methods.length).toBeGreaterThan(10);
    const unknown = methods.filter((method) => !(method in SCOPES_OF));
    expect(unknown).toEqual([]);
    const needed = [
      ...methods.flatMap((method) => SCOPES_OF[method]!),
      ...events.flatMap((event) => SCOPES_OF_EVENT[event]!),
      ...BESIDE_CALLS,
    ];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });

  it('names the command, the shortcuts and the pane that the code answers', () => {
    const { features } = manifest;
    expect(features.slash_commands.map(({ command, should_escape }) => [command, should_escape])).toEqual([
      ['/duban', true],
    ]);
    expect(features.shortcuts.map(({ type, callback_id, name }) => [type, callback_id, name])).toEqual(
      SHORTCUTS.map(({ type, callbackId, name }) => [type, callbackId, `${name.zh} ${name.en}`]),
    );
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('keeps within the limits of its schema', () => {
    const { display_information: shown, features } = manifest;
    expect(length(shown.name)).toBeLessThanOrEqual(35);
    expect(length(shown.description)).toBeLessThanOrEqual(140);
    expect(length(shown.long_description)).toBeGreaterThanOrEqual(175);
    expect(length(shown.long_description)).toBeLessThanOrEqual(4000);
    expect(length(features.agent_view.agent_description)).toBeLessThanOrEqual(300);
    for (const { name, description } of features.shortcuts) {
      expect(length(name)).toBeLessThanOrEqual(24);
      expect(length(description)).toBeLessThanOrEqual(150);
    }
    for (const { description, usage_hint } of features.slash_commands) {
      expect(length(description)).toBeLessThanOrEqual(2000);
      expect(length(usage_hint)).toBeLessThanOrEqual(1000);
    }
  });
});
