// What follows when Slack definitely refused a message: the person or channel it was for is marked, and the office is
// told what to do. Which refusal means what is Slack's own vocabulary, as the sender passes it on.

import { type Change, move } from '../domain/change.ts';
import type { ChannelRow, MessageRow } from '../domain/things.ts';
import { type MeetDeps, planChannelTold, planOfficeTold } from './meet.ts';

const CHANNEL_TROUBLES: Readonly<Record<string, NonNullable<ChannelRow['trouble']>>> = {
  channel_not_found: 'not_found',
  not_in_channel: 'not_joined',
  is_archived: 'archived',
};
const GONE_PERSON: readonly string[] = [
  'user_not_found',
  'user_disabled',
  'account_inactive',
  'user_not_visible',
  'cannot_dm_bot',
];

/** Makes the changes that stand in the commit which parks a refused message. */
export const createOnRefused =
  (deps: Omit<MeetDeps, 'directory'>) =>
  async (message: MessageRow, reason: string): Promise<Change[]> => {
    const campaign = await deps.store.find('campaign', message.campaign);
    if (!campaign) return [];
    const { target } = message;
    if (target.kind === 'channel') {
      const channel = await deps.store.find('channel', target.channel);
      const trouble = CHANNEL_TROUBLES[reason];
      if (channel && trouble)
        return [
          move('channel', channel, { trouble }),
          ...(await planChannelTold(deps, campaign, channel, trouble)),
        ];
      return planOfficeTold(deps, campaign, `refused:${message.id}`, {
        kind: 'delivery_refused',
        what: message.content.kind,
        to: channel?.name ?? target.channel,
        reason,
      });
    }
    const person = await deps.store.find('person', target.person);
    // Whoever deleted a card, or it is too old to be changed: nothing that they were told is lost by it.
    if (message.operation === 'update' && !GONE_PERSON.includes(reason)) return [];
    if (person && GONE_PERSON.includes(reason)) {
      return [
        move('person', person, { trouble: 'deactivated' }),
        ...(await planOfficeTold(
          deps,
          campaign,
          `unbound:${person.id}:deactivated`,
          { kind: 'person_unbound', person: person.id, trouble: 'deactivated' },
          person.id,
        )),
      ];
    }
    return planOfficeTold(
      deps,
      campaign,
      `refused:${message.id}`,
      { kind: 'delivery_refused', what: message.content.kind, to: person?.name ?? target.person, reason },
      target.person,
    );
  };
