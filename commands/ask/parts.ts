// Cuts a text into the questions that stand in it side by side: after a question mark or a full stop, and before words that
// start another one (还有, 另外, also). Knows no notion of the grammar; whether a part asks something is settled by the reader.

const ANOTHER =
  /[?;。]+[\s,]*|[,、]?\s*(?:还有就是|另外|顺便(?:再)?(?:问|看|查)?(?:一)?下?|以及|与此同时|再(?:问|看|查|报)(?:一)?下)[\s,]*|[,、]\s*(?:还有|同时|再(?=给|把|列|说))|,?\s+(?:and also|also|plus|as well as|and)\s+(?=(?:who|what|when|where|how|which|why|is|are|did|has|have|does|show|list|tell|give)(?![a-z]))/;
const SHORTEST = 3;

const split = (plain: string, at: RegExp): string[] =>
  plain
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST);

/** The parts of a text that may each be a question; `loose` where only commas part them. One part: the text alone. */
export function partsOf(plain: string): { parts: string[]; loose: boolean } {
  const parts = split(plain, ANOTHER);
  return parts.length > 1 ? { parts, loose: false } : { parts: split(plain, /[,、]/), loose: true };
}
