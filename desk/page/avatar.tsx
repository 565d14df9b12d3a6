// Who speaks: a seal for Duban, the family name on a quiet colour for people.

import type { ReactNode } from 'react';
import { Seal } from './seal.tsx';
import { useDesk } from './store.ts';

const HUES = [205, 160, 28, 265, 345, 95, 190, 50, 300, 230];

export function Avatar({ id, size = 'normal' }: { id: string; size?: 'normal' | 'small' }): ReactNode {
  const { world } = useDesk();
  if (id === world?.bot.id) return <Seal className={`seal ${size}`} />;
  const person = world?.people.find((one) => one.id === id);
  const units = [...new Set(world?.people.map((one) => one.postings[0]?.unit ?? ''))];
  const hue = HUES[units.indexOf(person?.postings[0]?.unit ?? '') % HUES.length];
  return (
    <span className={`avatar ${size}`} style={{ '--hue': hue } as React.CSSProperties} aria-hidden="true">
      {[...(person?.name ?? '?')][0]}
    </span>
  );
}

/** The name under which somebody speaks on the page. */
export function useName(): (id: string) => string {
  const { world } = useDesk();
  return (id) =>
    id === world?.bot.id ? world.bot.name : (world?.people.find((one) => one.id === id)?.name ?? id);
}
