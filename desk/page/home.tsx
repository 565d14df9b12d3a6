// The Home tab of the person one is, as the bot published it.

import type { ReactNode } from 'react';
import type { View } from '../block-kit.ts';
import { useBlocks } from './block-context.ts';
import { Blocks } from './blocks.tsx';
import { useDesk, useWords } from './store.ts';

export function Home(): ReactNode {
  const { view } = useDesk();
  const words = useWords();
  if (!view.home)
    return (
      <div className="home">
        <p className="empty">{words.home.empty}</p>
      </div>
    );
  return <HomeView view={view.home} key={view.home.id} />;
}

function HomeView({ view }: { view: View }): ReactNode {
  const surface = useBlocks(view.blocks, { view: view.id });
  return (
    <section className="home" aria-live="polite">
      <div className="home-sheet">
        <Blocks blocks={view.blocks} surface={surface} />
      </div>
    </section>
  );
}
