// State secrets never enter (domain.md, "Records and confidentiality"): text that carries a secrecy marking is refused.
// The marking of GB/T 9704-2012, in simplified or traditional characters, is the grade, ★ and the period: 机密★1年. A grade alone counts only where it stands as a
// marking would, at the start of a line: ordinary sentences may well speak of 秘密 or 机密.

const GRADE = '([绝絕]\\s*密|[机機]\\s*密|[秘祕]\\s*密)';
const WITH_STAR = new RegExp(`${GRADE}\\s*[★☆]`);
const AS_HEADING = new RegExp(`^[\\s【[（(]*${GRADE}(?=[\\s】\\]）)：:]|$)`, 'm');
const TOP_GRADE = /[绝絕]密/;

/** The secrecy marking found in a text, or null; characters that cannot be seen do not hide one. */
export function findClassified(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const found = WITH_STAR.exec(plain) ?? AS_HEADING.exec(plain) ?? TOP_GRADE.exec(plain);
  return found?.[0].trim() ?? null;
}
