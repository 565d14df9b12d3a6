// How a phone number is shown to whoever is not its owner: 158****3957.

const SHOWN = 3;
const SHOWN_AT_THE_END = 4;

/** A phone number with its middle hidden; a short one is hidden but for its last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length <= SHOWN + SHOWN_AT_THE_END) return `****${phone.slice(-2)}`;
  return `${phone.slice(0, SHOWN)}****${phone.slice(-SHOWN_AT_THE_END)}`;
}
