// What is shown while the earlier weeks are being played, once, at the first start.

import type { ReactNode } from 'react';
import { Seal } from './seal.tsx';
import { useDesk, useWords } from './store.ts';

export function PlayingNote(): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  if (!world?.playing) return null;
  const { done, total } = world.playing;
  return (
    <div className="playing" role="status">
      <Seal className="seal" />
      <h2>{words.playing.title}</h2>
      <p>{words.playing.text}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={words.playing.title} />
      <small>{words.playing.of(done, total)}</small>
    </div>
  );
}
