/** One line of plain text from Discord's Markdown, for previews. */
import { channelLabel, channelOf, displayName, roleOf, userOf } from '../core/select.js';
import { styled } from './time.js';

const RULES = [
  [/```[\w+#.-]*\n?|`/g, ''],
  [/\|\|[\s\S]+?\|\|/g, '█████'],
  [/<@!?(\d+)>/g, (_, id) => `@${displayName(userOf(id))}`],
  [/<@&(\d+)>/g, (_, id) => `@${roleOf(id)?.name ?? 'unknown-role'}`],
  [/<#(\d+)>/g, (_, id) => (channelOf(id) ? channelLabel(channelOf(id)) : '#unknown')],
  [/<t:(-?\d{1,14})(?::([tTdDfFsSR]))?>/g, (_, seconds, style) => styled(new Date(Number(seconds) * 1000), style)],
  [/<a?(:\w+:)\d+>/g, '$1'],
  [/<(\/[^:>]+):\d+>/g, '$1'],
  [/^(?:#{1,3}|-#|>>>|>) /gm, ''],
  [/\*\*|__|~~/g, ''],
  [/\s+/g, ' '],
];

export const plain = (text) => RULES.reduce((line, [pattern, by]) => line.replace(pattern, by), text ?? '').trim();
