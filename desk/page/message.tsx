// One message, as Slack would show it: who, when, what, its files and its thread.

import { memo, type ReactNode } from 'react';
import type { DeskFile, DeskMessage } from '../world.ts';
import { Avatar, useName } from './avatar.tsx';
import { useBlocks } from './block-context.ts';
import { Blocks } from './blocks.tsx';
import { momentText, timeIn } from './dates.ts';
import { MessageMenu, MessageMenuButton, useMessageMenu } from './message-menu.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { usePrinting } from './printing.ts';
import { openThread, useDesk, useWords } from './store.ts';

export type MessageProps = {
  message: DeskMessage;
  /** Said right after the one before by the same person: without name and picture. */
  isContinued: boolean;
  /** Replies in its thread; 0 in a thread itself. */
  replies: number;
};

export const MessageOf = memo(function MessageOf({ message, isContinued, replies }: MessageProps): ReactNode {
  const name = useName()(message.from);
  const words = useWords();
  const printing = usePrinting();
  const { world } = useDesk();
  const isBot = message.from === world?.bot.id;
  const menu = useMessageMenu();
  // What only one person was shown is in no history: Slack offers nothing on it.
  const hasMenu = message.onlyFor === null;
  return (
    <article
      onContextMenu={hasMenu ? menu.onContextMenu : undefined}
      className={isContinued ? 'message is-continued' : 'message'}
      data-ts={message.ts}
      tabIndex={-1}
      aria-label={`${name}, ${momentText(message.at, printing)}`}
    >
      <div className="message-side">
        {isContinued ? (
          <time className="message-time">{timeIn(message.at, printing.zone)}</time>
        ) : (
          <Avatar id={message.from} />
        )}
      </div>
      <div className="message-body">
        {!isContinued && (
          <header>
            <b>{name}</b>
            {isBot && <span className="app-mark">{words.talk.app}</span>}
            <time title={momentText(message.at, printing)}>{timeIn(message.at, printing.zone)}</time>
          </header>
        )}
        {message.onlyFor !== null && <p className="only-you">{words.talk.onlyYou}</p>}
        <Content message={message} />
        {message.edited && <small className="edited">（{words.talk.edited}）</small>}
        {message.files.map((file) =>
          file.alt === undefined ? (
            <FileOf key={file.id} file={file} />
          ) : (
            <PictureOf key={file.id} file={file} alt={file.alt} />
          ),
        )}
        {replies > 0 && (
          <button type="button" className="replies" onClick={() => openThread(message.ts)}>
            {words.talk.replies(replies)}
          </button>
        )}
      </div>
      {hasMenu && <MessageMenuButton onOpen={menu.openAt} />}
      {hasMenu && menu.at && <MessageMenu message={message} at={menu.at} onClose={menu.close} />}
    </article>
  );
});

function Content({ message }: { message: DeskMessage }): ReactNode {
  const surface = useBlocks(message.blocks, { message: message.ts, channel: message.channel });
  if (message.blocks.length > 0) return <Blocks blocks={message.blocks} surface={surface} />;
  return message.text === '' ? null : (
    <div className="blocks">
      <Mrkdwn text={message.text} />
    </div>
  );
}

/** A picture is looked at where it stands, and by itself in full size. */
function PictureOf({ file, alt }: { file: DeskFile; alt: string }): ReactNode {
  const address = `api/file?id=${file.id}`;
  return (
    <a className="picture" href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={alt} />
    </a>
  );
}

function FileOf({ file }: { file: DeskFile }): ReactNode {
  const words = useWords();
  const kind = file.name.split('.').at(-1)?.slice(0, 4).toUpperCase();
  return (
    <a className="file" href={`api/file?id=${file.id}`} download={file.name}>
      <span className="file-kind" aria-hidden="true">
        {kind}
      </span>
      <span>
        <b>{file.name}</b>
        <small>{words.talk.file(sizeText(file.bytes))}</small>
      </span>
    </a>
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 102.4) / 10} KB`;
