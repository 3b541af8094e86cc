/** Names as people type them, and the markup that Discord stores for them. */
import { displayName, everyone, guildChannels, roles, threads } from '../core/select.js';
import { emojiNamed } from './emoji.js';

/** The word being written at the caret when it begins with @ or #: `{mark, text, start}`, otherwise null. */
export function mentionAt(text, caret) {
  const match = /(?:^|[\s(])([@#])([^\s@#]{0,32})$/.exec(text.slice(0, caret));
  return match ? { mark: match[1], text: match[2].toLowerCase(), start: caret - match[2].length - 1 } : null;
}

const names = (user) => [user.global_name, user.username].filter(Boolean);

/** People, bots and roles, or channels, whose name fits what has been written. */
export function candidates({ mark, text }) {
  if (mark === '#') return [...guildChannels(), ...threads()].filter((channel) => channel.name.toLowerCase().includes(text));
  const fittingRoles = roles().filter((role) => role.name.toLowerCase().includes(text));
  return everyone()
    .filter((user) => names(user).some((name) => name.toLowerCase().includes(text)))
    .sort((a, b) => Number(Boolean(b.bot)) - Number(Boolean(a.bot)) || displayName(a).localeCompare(displayName(b)))
    .concat(fittingRoles);
}

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function dictionary() {
  const entries = [
    ...roles().map((role) => [`@${role.name.toLowerCase()}`, `<@&${role.id}>`]),
    ...everyone().flatMap((user) => names(user).map((name) => [`@${name.toLowerCase()}`, `<@${user.id}>`])),
    ...[...guildChannels(), ...threads()].map((channel) => [`#${channel.name.toLowerCase()}`, `<#${channel.id}>`]),
  ];
  return new Map(entries.sort(([a], [b]) => b.length - a.length));
}

/** Replaces the names that exist, of emoji too, by what they stand for, outside of code. */
export function toMarkup(text) {
  const known = dictionary();
  const name = new RegExp(`(\`\`\`[\\s\\S]*?(?:\`\`\`|$)|\`[^\`\\n]*\`)|(^|[\\s(])(${[...known.keys()].map(quoted).join('|')})(?![\\p{L}\\p{N}_])|:([a-z0-9_]{2,32}):`, 'giu');
  return text.replace(name, (match, code, before, written, emoji) =>
    (code ? match : emoji ? emojiNamed(emoji.toLowerCase()) ?? match : before + known.get(written.toLowerCase())));
}
