// Draws parsed mrkdwn. Mentions get names from the campaign, dates are printed in campaign time.

import { Fragment, type ReactNode } from 'react';
import { momentText, slackDate } from './dates.ts';
import { type Inline, type Paragraph, parseMrkdwn } from './mrkdwn-parse.ts';
import { openIfHere } from './permalink.ts';
import { usePrinting } from './printing.ts';
import { Signs } from './signs.tsx';
import { useDesk } from './store.ts';

export function Mrkdwn({ text }: { text: string }): ReactNode {
  return parseMrkdwn(text).map((paragraph, index) => <ParagraphOf key={index} paragraph={paragraph} />);
}

function ParagraphOf({ paragraph }: { paragraph: Paragraph }): ReactNode {
  if (paragraph.kind === 'preformatted') return <pre>{paragraph.text}</pre>;
  const lines = paragraph.lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Inlines inlines={line} />
    </Fragment>
  ));
  return paragraph.kind === 'quote' ? <blockquote>{lines}</blockquote> : <p>{lines}</p>;
}

function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <InlineOf key={index} inline={inline} />);
}

function InlineOf({ inline }: { inline: Inline }): ReactNode {
  switch (inline.kind) {
    case 'text':
      return <Signs text={inline.text} />;
    case 'bold':
      return (
        <strong>
          <Inlines inlines={inline.inner} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines inlines={inline.inner} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.inner} />
        </s>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return (
        <a href={inline.url} target="_blank" rel="noreferrer" onClick={openIfHere(inline.url)}>
          <Inlines inlines={inline.inner} />
        </a>
      );
    case 'user':
      return <UserMention id={inline.id} name={inline.name} />;
    case 'channel':
      return <ChannelMention id={inline.id} name={inline.name} />;
    case 'broadcast':
      return <span className="mention">@{inline.name}</span>;
    case 'date':
      return <SlackDate {...inline} />;
  }
}

function UserMention({ id, name }: { id: string; name: string | null }): ReactNode {
  const { world, me } = useDesk();
  const known =
    id === world?.bot.id ? world.bot.name : world?.people.find((person) => person.id === id)?.name;
  return <span className={id === me ? 'mention mention-me' : 'mention'}>@{known ?? name ?? id}</span>;
}

function ChannelMention({ id, name }: { id: string; name: string | null }): ReactNode {
  const known = useDesk().world?.channels.find((channel) => channel.id === id)?.name;
  return <span className="mention">#{known ?? name ?? id}</span>;
}

function SlackDate({
  unix,
  format,
  fallback,
}: {
  unix: number;
  format: string;
  fallback: string;
}): ReactNode {
  const printing = usePrinting();
  if (!Number.isFinite(unix)) return fallback;
  const at = new Date(unix * 1000);
  return (
    <time dateTime={at.toISOString()} title={momentText(at.getTime(), printing)}>
      {slackDate(unix, format, printing)}
    </time>
  );
}
