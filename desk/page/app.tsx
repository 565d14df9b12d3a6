// The page as a whole: three columns on a wide screen, one with tabs on a narrow one (page.css decides which).

import { type ReactNode, useEffect } from 'react';
import { Ahead } from './ahead.tsx';
import { Conversation, Thread } from './conversation.tsx';
import { KeysHelp, useKeys } from './keys.tsx';
import { Modals } from './modal.tsx';
import { PeopleList } from './people-list.tsx';
import { Places } from './places.tsx';
import { PlayingNote } from './playing.tsx';
import type { Tab } from './state.ts';
import { openTab, useDesk, useWords } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { Tour } from './tour.tsx';

export function App(): ReactNode {
  const { world, tab, isAheadOpen, thread, place } = useDesk();
  const words = useWords();
  useKeys();
  useEffect(() => {
    if (!world) return;
    document.documentElement.lang = world.language === 'zh' ? 'zh-CN' : 'en';
    document.title = words.title(world.campaign);
  }, [world, words]);
  if (!world) return null;
  const hasThread = thread !== null && place.kind === 'talk';
  const classes = ['desk', `tab-${tab}`, isAheadOpen && 'ahead-open', hasThread && 'thread-open'];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <TopBar />
      <Tour />
      {world.playing ? (
        <PlayingNote />
      ) : (
        <>
          <div className="left">
            <PeopleList />
            <Places />
          </div>
          <Conversation />
          <Thread />
          <Ahead />
          <Tabs />
        </>
      )}
      <Modals />
      <KeysHelp />
      <Trouble />
    </div>
  );
}

function Tabs(): ReactNode {
  const { world, me, tab } = useDesk();
  const words = useWords();
  const name = world?.people.find(({ id }) => id === me)?.name;
  const labels: [Tab, string][] = [
    ['people', name ?? words.tabs.people],
    ['talk', words.tabs.talk],
    ['ahead', words.tabs.ahead],
  ];
  return (
    <nav className="tabs">
      {labels.map(([key, label]) => (
        <button
          key={key}
          type="button"
          data-tab={key}
          aria-current={tab === key ? 'page' : undefined}
          onClick={() => openTab(key)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

function Trouble(): ReactNode {
  const { trouble, isOnline } = useDesk();
  const words = useWords();
  const text = isOnline ? trouble : words.trouble.offline;
  return (
    <div className="trouble" role="alert">
      {text && <p>{text}</p>}
    </div>
  );
}
