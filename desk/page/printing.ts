// The language, zone and moment that every date on the page is printed with.

import { useMemo } from 'react';
import type { Printing } from './dates.ts';
import { useDesk } from './store.ts';

export function usePrinting(): Printing {
  const { world } = useDesk();
  const language = world?.language ?? 'zh';
  const zone = world?.zone ?? 'Asia/Shanghai';
  const now = world?.clock.now ?? 0;
  return useMemo(() => ({ language, zone, now }), [language, zone, now]);
}
