/** Which messages stand under one heading. */
import { MessageType, has, MessageFlag } from './discord.js';
import { sameDay } from '../text/time.js';

const GAP_MS = 7 * 60_000;
const HEADED = new Set([MessageType.REPLY, MessageType.CHAT_COMMAND, MessageType.CONTEXT_COMMAND, MessageType.THREAD_CREATED]);

export const sentAt = (message) => new Date(message.timestamp);

function continues(message, before) {
  return Boolean(before)
    && before.author.id === message.author.id
    && before.type !== MessageType.THREAD_CREATED
    && !HEADED.has(message.type)
    && has(before, MessageFlag.EPHEMERAL) === has(message, MessageFlag.EPHEMERAL)
    && sentAt(message) - sentAt(before) < GAP_MS;
}

/** Rows to draw: each message, whether it opens a day, and whether it continues the message above. */
export const rows = (messages) => messages.map((message, index) => {
  const before = messages[index - 1];
  const newDay = !before || !sameDay(sentAt(before), sentAt(message));
  return { message, newDay, grouped: !newDay && continues(message, before) };
});
