/** Who looks at what: start, switching users, opening channels, reconnecting. */
import { api } from '../core/api.js';
import { apply, place } from '../core/events.js';
import { EventFeed } from '../core/stream.js';
import { freshView, store } from '../core/store.js';
import { channelOf, channels, guildChannels, me, people } from '../core/select.js';
import { isDm, isThread, isVoice } from '../core/discord.js';
import { attempt } from './toasts.js';

const RETRY_MS = 1000;
const WORLD_CHANGES = new Set(['COMMANDS_UPDATE', 'APPLICATION_UPDATE', 'STATE_RESET']);

const feed = new EventFeed({ onEvent, onOpen, onLost });
let wasLost = false;

/** Loads the world and opens the place that the address names: `#<user>/<channel>`. */
export async function start() {
  const world = await api.state().catch(() => null);
  if (!world) return void setTimeout(start, RETRY_MS);
  const [user, channel] = location.hash.slice(1).split('/');
  store.update((s) => { s.world = world; });
  become(people().some((one) => one.id === user) ? user : people()[0]?.id, channel);
}

/** Looks through another user's eyes. */
export function become(userId, channelId = store.channelId) {
  store.update((s) => { s.me = userId; s.view = freshView(); s.link = 'connecting'; });
  wasLost = false;
  feed.open(userId);
  openChannel(allowed(channelId) ? channelId : firstChannel());
}

const firstChannel = () => guildChannels().find((channel) => !isVoice(channel) && channel.type !== 4)?.id ?? null;
function allowed(channelId) {
  const channel = channelOf(channelId);
  return channel && (!isDm(channel) || channel.recipients.some((one) => one.id === store.me));
}

export async function openChannel(channelId) {
  store.update((s) => {
    s.channelId = channelId;
    s.drawer = false;
    s.view.reply = null;
    s.view.editing = null;
    s.view.unread.delete(channelId);
  });
  history.replaceState(null, '', `#${store.me}/${channelId}`);
  if (channelId && !store.view.logs.get(channelId)?.loaded) await load(channelId);
  const channel = channelOf(channelId);
  if (channel && isThread(channel)) await loadStarter(channel);
}

/** The message that a thread hangs below has the thread's id and stays in the parent. */
async function loadStarter({ id, parent_id: parentId }) {
  const view = store.view;
  if (view.starters.has(id)) return;
  const [message] = (await attempt(() => api.messages(parentId, store.me, String(BigInt(id) + 1n), 1))) ?? [];
  if (message?.id === id) store.update(() => { view.starters.set(id, message); });
}

/** Fetches the newest messages and joins them with what the feed brought meanwhile. */
async function load(channelId) {
  const view = store.view;
  if (!view.logs.has(channelId)) view.logs.set(channelId, { messages: [], loaded: false, complete: false });
  const messages = await attempt(() => api.messages(channelId, store.me));
  if (!messages || view !== store.view) return;
  store.update(() => {
    const before = view.logs.get(channelId);
    const joins = !before.loaded || messages.some(({ id }) => before.messages.some((one) => one.id === id));
    const log = messages.reduce(place, joins ? before : { ...before, messages: [] });
    view.logs.set(channelId, { ...log, loaded: true, complete: messages.length < 50 || (joins && before.complete) });
  });
}

/** Fetches the page of messages before the oldest one known. */
export async function loadOlder(channelId) {
  const view = store.view;
  const log = view.logs.get(channelId);
  if (!log?.loaded || log.complete || log.busy) return;
  log.busy = true;
  const messages = await attempt(() => api.messages(channelId, store.me, log.messages[0]?.id));
  store.update(() => {
    const joined = (messages ?? []).reduce(place, view.logs.get(channelId));
    view.logs.set(channelId, { ...joined, busy: false, complete: messages !== null && messages.length < 50 });
  });
}

async function refreshWorld() {
  const world = await api.state().catch(() => null);
  if (world) store.update((s) => { s.world = world; });
  return world;
}

function onEvent(event) {
  apply(store, event);
  if (event.t === 'STATE_RESET') return void startOver();
  if (event.t === 'MESSAGES_ADDED' && event.d.channel_id === store.channelId) return void load(store.channelId);
  if (WORLD_CHANGES.has(event.t)) refreshWorld();
  if (store.channelId && !channelOf(store.channelId)) openChannel(firstChannel());
  if (event.t === 'MESSAGE_CREATE' && !channels().some((channel) => channel.id === event.d.channel_id)) refreshWorld();
}

async function startOver() {
  const world = await refreshWorld();
  if (world) become(me() ? store.me : people()[0]?.id);
}

/** After a gap the feed brings nothing that was missed, so the open channel is fetched anew. */
async function onOpen() {
  store.update((s) => { s.link = 'open'; });
  if (!wasLost) return;
  wasLost = false;
  const world = await refreshWorld();
  if (!world) return;
  if (!me()) return void startOver();
  store.update((s) => { s.view.logs = new Map(); });
  if (store.channelId) await load(store.channelId);
}

function onLost() {
  wasLost = true;
  store.update((s) => { s.link = 'lost'; });
}
