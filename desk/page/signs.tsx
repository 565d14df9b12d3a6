// The few signs that Duban puts beside a word (🟢 🟡 🔴 ✅ ⏳), drawn by the page: they look the same everywhere, and also
// where no emoji font is installed. A screen reader hears nothing extra, for the word stands beside them.

import type { ReactNode } from 'react';

const SIGNS: Record<string, string> = {
  '🟢': 'good',
  '🟡': 'soon',
  '🔴': 'late',
  '✅': 'done',
  '⏳': 'waiting',
};
const ANY = /(🟢|🟡|🔴|✅|⏳)/u;

export function Signs({ text }: { text: string }): ReactNode {
  if (!ANY.test(text)) return text;
  return text.split(ANY).map((part, index) => {
    const sign = SIGNS[part];
    return sign ? <span key={index} className={`sign is-${sign}`} aria-hidden="true" /> : part;
  });
}
