// The definitions of campaigns as they were read last: every question reads the whole of one, hundreds of units and people,
// and nearly always the very text that was read before. Invariant: the same text is the same value, which nobody can change;
// so whatever follows from a definition alone may be kept with it.

const KEPT = 8;
const kept = new Map<string, unknown>();

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/** The value of this JSON, for equal texts one and the same, frozen through and through. */
export const readDefinition = (json: string): unknown => {
  const known = kept.get(json);
  if (known !== undefined) return known;
  const value: unknown = frozen(JSON.parse(json));
  const oldest = kept.size < KEPT ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(json, value);
  return value;
};
