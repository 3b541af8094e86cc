/** What a person does with messages. */
import { api } from '../core/api.js';
import { apply } from '../core/events.js';
import { ATTACHMENT_LIMIT } from '../core/discord.js';
import { store } from '../core/store.js';
import { openChannel } from './session.js';
import { attempt, complain, inform } from './toasts.js';

const TYPING_EVERY_MS = 8000;
let lastTyping = 0;

/** Sends to the open channel; true when the server took it. */
export async function send(content, files) {
  const attachments = await Promise.all(files.map(encoded));
  const message = await attempt(() => api.send(store.channelId, {
    user_id: store.me,
    content,
    ...(store.view.reply && { reply_to: store.view.reply.id, ping: store.view.ping }),
    ...(attachments.length && { attachments }),
  }));
  if (!message) return false;
  lastTyping = 0;
  store.update((s) => { s.view.reply = null; });
  apply(store, { t: 'MESSAGE_CREATE', d: message });
  return true;
}

/** A file as the server takes it: name and base64. */
export function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ filename: file.name, content_base64: reader.result.split(',')[1] ?? '' });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The files that fit; for the others a notice says why they do not. */
export function acceptable(files) {
  const [fitting, large] = [[], []];
  for (const file of files) (file.size > ATTACHMENT_LIMIT ? large : fitting).push(file);
  for (const file of large) complain({ field: file.name, message: 'Attachments may hold at most 10 MiB.' });
  return fitting;
}

export function replyTo(message) {
  store.update((s) => { s.view.reply = message; s.view.ping = message.author.id !== s.me; s.view.editing = null; });
}
export const switchPing = () => store.update((s) => { s.view.ping = !s.view.ping; });
export const cancelReply = () => store.update((s) => { s.view.reply = null; });
export const beginEdit = (message) => store.update((s) => { s.view.editing = message.id; });
export const endEdit = () => store.update((s) => { s.view.editing = null; });

export async function saveEdit(message, content) {
  if (content.trim() === '' && !message.attachments?.length) return void askToDelete(message);
  if (content === message.content) return void endEdit();
  const changed = await attempt(() => api.edit(message.channel_id, message.id, { user_id: store.me, content }));
  if (changed) endEdit();
}

export const askToDelete = (message) => store.update((s) => { s.view.deleting = message; });
/** Leaves the message as it is. */
export const keep = () => store.update((s) => { s.view.deleting = null; });

export async function remove(message) {
  const gone = await attempt(async () => { await api.remove(message.channel_id, message.id, store.me); return true; });
  if (gone) store.update((s) => { s.view.deleting = null; s.view.editing = null; });
}

/** Adds the person's reaction or takes it back. */
export const react = (message, emoji) => {
  const mine = (message.reactions ?? []).some((one) => emojiOf(one) === emoji && one.user_ids?.includes(store.me));
  return attempt(() => api.react(message.channel_id, message.id, emoji, store.me, !mine));
};
export const emojiOf = ({ emoji }) => (emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name);

export const dismiss = (message) => store.update((s) => { s.view.dismissed = new Set(s.view.dismissed).add(message.id); });

export async function copyText(text) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  inform('Copied.');
}

export const draftThread = (message) => store.update((s) => { s.view.threadDraft = { message }; });
export const dropThreadDraft = () => store.update((s) => { s.view.threadDraft = null; });

export async function createThread(name, message) {
  const parent = message?.channel_id ?? store.channelId;
  const thread = await attempt(() =>
    api.createThread(parent, { user_id: store.me, name, ...(message && { message_id: message.id }) }));
  if (!thread) return;
  apply(store, { t: 'THREAD_CREATE', d: thread });
  dropThreadDraft();
  await openChannel(thread.id);
}

/** Opens the direct messages with a person or a bot. */
export async function openDm(userId) {
  const dm = await attempt(() => api.openDm(store.me, userId));
  if (!dm) return;
  apply(store, { t: 'CHANNEL_CREATE', d: dm });
  await openChannel(dm.id);
}

/** Tells the channel that the person types, at most once in a while. */
export function noteTyping() {
  if (Date.now() - lastTyping < TYPING_EVERY_MS) return;
  lastTyping = Date.now();
  api.typing(store.me, store.channelId).catch(() => {});
}
