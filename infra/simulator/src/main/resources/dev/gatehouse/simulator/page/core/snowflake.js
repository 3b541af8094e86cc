/** Discord's ids: https://discord.com/developers/docs/reference#snowflakes */

const EPOCH_MS = 1420070400000n;

/** The creation time of an id, in milliseconds since 1970. */
export const timeOf = (id) => Number((BigInt(id) >> 22n) + EPOCH_MS);

/** Orders ids by age without making numbers of them: they exceed what a double holds. */
export const byAge = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
