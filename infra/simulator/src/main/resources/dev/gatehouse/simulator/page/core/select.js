/** Questions that elements ask of the store. */
import { CommandType, Option, isDm, isThread } from './discord.js';
import { store } from './store.js';

const MANAGE_MESSAGES = 1n << 13n;

export const displayName = (user) => user?.global_name || user?.username || 'Unknown user';

/** Those whom the page can act as. */
export const people = () => store.world.users.filter((user) => !user.bot);
/** People and bots alike. */
export const everyone = () => [...people(), ...store.world.applications.map((app) => app.bot)].filter(Boolean);
export const userOf = (id) => everyone().find((user) => user.id === id) ?? null;
export const me = () => people().find((user) => user.id === store.me) ?? null;

export const guildChannels = () => store.world.guilds.flatMap((guild) => guild.channels ?? []);
export const threads = () => store.world.guilds.flatMap((guild) => guild.threads ?? []);
export const channels = () => [...guildChannels(), ...threads(), ...store.world.dms];
export const channelOf = (id) => channels().find((channel) => channel.id === id) ?? null;
export const current = () => channelOf(store.channelId);
export const threadsOf = (channelId) => threads().filter((thread) => thread.parent_id === channelId);
export const threadFrom = (message) => threads().find((thread) => thread.id === message.id) ?? message.thread ?? null;

/** Roles that can be named, without everyone's. */
export const roles = () => store.world.guilds.flatMap((guild) => (guild.roles ?? []).filter((role) => role.id !== guild.id));
export const roleOf = (id) => store.world.guilds.flatMap((guild) => guild.roles ?? []).find((role) => role.id === id) ?? null;
const membership = (guild, userId) => (guild?.members ?? []).find((member) => member.user_id === userId);
/** The highest role of a user in the open channel's guild. */
export function topRole(userId) {
  const guild = guildOf(store.channelId) ?? store.world.guilds[0];
  const own = membership(guild, userId)?.roles ?? [];
  return (guild?.roles ?? []).findLast((role) => own.includes(role.id)) ?? null;
}
export const mentionsMe = (message) => message.mention_everyone
  || (message.mentions ?? []).some((user) => user.id === store.me)
  || store.world.guilds.some((guild) => membership(guild, store.me)?.roles.some((role) => message.mention_roles?.includes(role)));
/** Whether the person may delete what others wrote. */
export const moderates = (channel) =>
  (BigInt(membership(guildOf(channel.id), store.me)?.permissions ?? 0) & MANAGE_MESSAGES) !== 0n;

/** The guild that holds a channel; null for a direct message. */
export const guildOf = (channelId) =>
  store.world.guilds.find((guild) => [...(guild.channels ?? []), ...(guild.threads ?? [])].some((c) => c.id === channelId)) ?? null;

/** Direct messages that the current user takes part in. */
export const myDms = () =>
  store.world.dms.filter((dm) => dm.recipients.every((one) => one.bot) || dm.recipients.some((one) => one.id === store.me));
export const partners = (dm) => dm.recipients.filter((one) => one.id !== store.me);

export function channelName(channel) {
  if (!channel) return 'unknown';
  return isDm(channel) ? partners(channel).map(displayName).join(', ') || 'Direct message' : channel.name;
}
export const channelLabel = (channel) =>
  isDm(channel) ? `@${channelName(channel)}` : isThread(channel) ? channel.name : `#${channel.name}`;

export const applicationOf = (id) => store.world.applications.find((app) => app.id === id) ?? null;
/** An application that a message can reach: by its gateway session or by its webhook. */
export const reachable = (app) => Boolean(app.connected || app.interactions_endpoint_url);

export const commandsOf = (type) =>
  store.world.applications.flatMap((app) =>
    (app.commands ?? []).filter((command) => (command.type ?? CommandType.CHAT_INPUT) === type).map((command) => ({ app, command })));

/** Every chat command a person can type, subcommands unfolded: `{app, command, path, description, options}`. */
export const typedCommands = () =>
  commandsOf(CommandType.CHAT_INPUT)
    .flatMap(({ app, command }) => unfold(app, command, command, [command.name]))
    .sort((a, b) => a.path.join(' ').localeCompare(b.path.join(' ')));

function unfold(app, command, node, path) {
  const nested = (node.options ?? []).filter((o) => o.type === Option.SUB_COMMAND || o.type === Option.SUB_COMMAND_GROUP);
  if (nested.length) return nested.flatMap((child) => unfold(app, command, child, [...path, child.name]));
  return [{ app, command, path, description: node.description ?? '', options: node.options ?? [] }];
}

export const logOf = (channelId) => store.view.logs.get(channelId) ?? { messages: [], loaded: false, complete: false };
export const visible = (channelId) => logOf(channelId).messages.filter((message) => !store.view.dismissed.has(message.id));

/** Who is typing in a channel just now, without the current user. */
export const typists = (channelId) =>
  [...(store.view.typing.get(channelId)?.entries() ?? [])]
    .filter(([id, until]) => id !== store.me && until > Date.now())
    .map(([id]) => userOf(id))
    .filter(Boolean);
