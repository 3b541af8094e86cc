/** Applies the server's events to the store; unknown ones pass by. */
import { byAge } from './snowflake.js';
import { isDm, isThread } from './discord.js';
import { mentionsMe } from './select.js';

const TYPING_MS = 10_000;
/** Messages kept per channel; older ones are fetched again when someone scrolls up. */
const KEPT = 400;

/** Puts a message in its place by age, replacing an older copy. */
export function place(log, message) {
  const at = log.messages.findLastIndex((one) => byAge(one.id, message.id) <= 0);
  const replaces = at >= 0 && log.messages[at].id === message.id;
  const messages = log.messages.toSpliced(replaces ? at : at + 1, replaces ? 1 : 0, message);
  return { ...log, messages };
}

/** Drops the oldest of a log that nobody scrolled up in. */
const trimmed = (log) =>
  log.messages.length <= KEPT + 100 ? log : { ...log, messages: log.messages.slice(-KEPT), complete: false };

function markUnread(store, message) {
  if (message.channel_id === store.channelId || message.author.id === store.me) return;
  const before = store.view.unread.get(message.channel_id) ?? { count: 0, mentions: 0 };
  const mentioned = mentionsMe(message) || isDirect(store, message.channel_id);
  store.view.unread.set(message.channel_id, { count: before.count + 1, mentions: before.mentions + (mentioned ? 1 : 0) });
}

const isDirect = (store, channelId) => store.world.dms.some((dm) => dm.id === channelId);

function created(store, message) {
  const log = store.view.logs.get(message.channel_id);
  if (log) store.view.logs.set(message.channel_id, trimmed(place(log, message)));
  store.view.typing.get(message.channel_id)?.delete(message.author.id);
  markUnread(store, message);
}

function updated(store, message) {
  if (store.view.starters.has(message.id)) store.view.starters.set(message.id, message);
  const log = store.view.logs.get(message.channel_id);
  if (log?.messages.some((one) => one.id === message.id)) store.view.logs.set(message.channel_id, place(log, message));
}

function deleted(store, { id, channel_id: channelId }) {
  const log = store.view.logs.get(channelId);
  if (log) store.view.logs.set(channelId, { ...log, messages: log.messages.filter((one) => one.id !== id) });
  if (store.view.reply?.id === id) store.view.reply = null;
}

function typing(store, { channel_id: channelId, user_id: userId }) {
  if (!store.view.typing.has(channelId)) store.view.typing.set(channelId, new Map());
  store.view.typing.get(channelId).set(userId, Date.now() + TYPING_MS);
  setTimeout(() => store.update(() => {}), TYPING_MS + 50);
}

/** Adds or replaces by id. */
const upsert = (list, item) =>
  (list.some((one) => one.id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item]);

function threadCreated(store, thread) {
  const guild = store.world.guilds.find((one) => one.id === thread.guild_id)
    ?? store.world.guilds.find((one) => one.channels.some((channel) => channel.id === thread.parent_id));
  if (guild) guild.threads = upsert(guild.threads ?? [], thread);
}

function channelCreated(store, channel) {
  if (isDm(channel)) store.world.dms = upsert(store.world.dms, channel);
  else {
    const guild = store.world.guilds.find((one) => one.id === channel.guild_id);
    if (guild) guild.channels = upsert(guild.channels, channel);
  }
}

function channelDeleted(store, { id }) {
  const kept = (channel) => channel.id !== id && channel.parent_id !== id;
  store.world.dms = store.world.dms.filter(kept);
  for (const guild of store.world.guilds) {
    guild.channels = guild.channels.filter(kept);
    guild.threads = (guild.threads ?? []).filter(kept);
  }
  store.view.logs.delete(id);
}

/** Threads are channels that live in a list of their own. */
const channelChanged = (store, channel) => (isThread(channel) ? threadCreated : channelCreated)(store, channel);

function applicationUpdated(store, { application }) {
  const before = store.world.applications.find((one) => one.id === application.id);
  store.world.applications = upsert(store.world.applications, { ...before, ...application });
}

/** Many messages came at once; a channel that is not open is read again when it is opened. */
function messagesAdded(store, { channel_id: channelId }) {
  if (channelId === store.channelId) return;
  store.view.logs.delete(channelId);
  const before = store.view.unread.get(channelId) ?? { count: 0, mentions: 0 };
  store.view.unread.set(channelId, { ...before, count: before.count + 1 });
}

/** The guild's roles and members are others. */
function guildUpdated(store, guild) {
  store.world.guilds = upsert(store.world.guilds, guild);
}

const handlers = {
  GUILD_UPDATE: guildUpdated,
  MESSAGE_CREATE: created,
  MESSAGES_ADDED: messagesAdded,
  MESSAGE_UPDATE: updated,
  MESSAGE_DELETE: deleted,
  TYPING_START: typing,
  THREAD_CREATE: threadCreated,
  THREAD_UPDATE: channelChanged,
  THREAD_DELETE: channelDeleted,
  CHANNEL_CREATE: channelCreated,
  CHANNEL_UPDATE: channelChanged,
  CHANNEL_DELETE: channelDeleted,
  APPLICATION_UPDATE: applicationUpdated,
  MODAL_OPEN: (store, modal) => { store.view.modal = modal; },
};

/** True when the event was one that the store knows how to apply by itself. */
export function apply(store, { t, d }) {
  const handler = handlers[t];
  if (handler) store.update(() => handler(store, d));
  return Boolean(handler);
}
