/** Addresses that a message may link to. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'discord:']);

/** The address when it is absolute and of a harmless scheme, otherwise null. */
export function safeUrl(text) {
  const url = URL.canParse(text ?? '') ? new URL(text) : null;
  return url && SCHEMES.has(url.protocol) ? url.href : null;
}
