// The blocks that slack-blocks-to-jsx draws. Kept apart so that its half megabyte is loaded only when it is needed.

import { type ReactNode, useSyncExternalStore } from 'react';
import { type Block as LibraryShape, Message } from 'slack-blocks-to-jsx';
import type { Block } from '../block-kit.ts';
import { slackDate } from './dates.ts';
import { usePrinting } from './printing.ts';
import { useDesk } from './store.ts';

const DARK = '(prefers-color-scheme: dark)';
const useTheme = (): 'dark' | 'light' =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(DARK);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => (matchMedia(DARK).matches ? 'dark' : 'light'),
  );

export default function LibraryBlock({ block }: { block: Block }): ReactNode {
  const { world } = useDesk();
  const printing = usePrinting();
  const theme = useTheme();
  const users = [...(world?.people ?? []), ...(world ? [world.bot] : [])].map(({ id, name }) => ({
    id,
    name,
  }));
  return (
    <div className="block-library">
      <Message
        withoutWrapper
        theme={theme}
        logo=""
        name=""
        blocks={[block as unknown as LibraryShape]}
        data={{ users, channels: world?.channels ?? [] }}
        hooks={{ date: ({ timestamp, format }) => slackDate(Number(timestamp), format, printing) }}
      />
    </div>
  );
}
