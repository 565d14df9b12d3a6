// State secrets never enter (domain.md, "Records and confidentiality"): text that carries a secrecy marking is refused.
// The marking of GB/T 9704-2012 is the grade, ★ and the period: 机密★1年. A grade alone counts only where it stands as a
// marking would, at the start of a line: ordinary sentences may well speak of 秘密 or 机密.

const WITH_STAR = /(绝密|机密|秘密)\s*[★☆]/;
const AS_HEADING = /^[\s【[（(]*(绝密|机密|秘密)(?=[\s】\]）)：:]|$)/m;

/** The secrecy marking found in a text, or null. */
export function findClassified(text: string): string | null {
  const plain = text.normalize('NFKC');
  const found = WITH_STAR.exec(plain) ?? AS_HEADING.exec(plain);
  if (found) return found[0].trim();
  return plain.includes('绝密') ? '绝密' : null;
}
