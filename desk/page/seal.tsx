// Duban's seal, drawn in place: it is there with the first paint.

import type { ReactNode } from 'react';

export function Seal({ className }: { className: string }): ReactNode {
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true">
      <rect x="3" y="3" width="58" height="58" rx="13" fill="#b3261e" />
      <rect
        x="8.5"
        y="8.5"
        width="47"
        height="47"
        rx="8"
        fill="none"
        stroke="#fff"
        strokeOpacity=".55"
        strokeWidth="2"
      />
      <text x="32" y="44.5" textAnchor="middle" fill="#fff">
        督
      </text>
    </svg>
  );
}
