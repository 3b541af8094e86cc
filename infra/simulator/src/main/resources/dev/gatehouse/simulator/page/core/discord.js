/** Numbers of Discord's API that the page distinguishes. */

export const Channel = { TEXT: 0, DM: 1, VOICE: 2, GROUP_DM: 3, CATEGORY: 4, NEWS: 5 };
export const MessageType = { DEFAULT: 0, THREAD_CREATED: 18, REPLY: 19, CHAT_COMMAND: 20, THREAD_STARTER: 21, CONTEXT_COMMAND: 23 };
export const MessageFlag = { EPHEMERAL: 1 << 6, LOADING: 1 << 7, SUPPRESS_EMBEDS: 1 << 2, COMPONENTS_V2: 1 << 15 };
export const InteractionType = { COMMAND: 2, COMPONENT: 3, AUTOCOMPLETE: 4, MODAL: 5 };
export const CommandType = { CHAT_INPUT: 1, USER: 2, MESSAGE: 3 };
export const Option = {
  SUB_COMMAND: 1, SUB_COMMAND_GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8,
  MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11,
};
export const Component = {
  ACTION_ROW: 1, BUTTON: 2, STRING_SELECT: 3, TEXT_INPUT: 4, USER_SELECT: 5, ROLE_SELECT: 6, MENTIONABLE_SELECT: 7,
  CHANNEL_SELECT: 8, SECTION: 9, TEXT_DISPLAY: 10, THUMBNAIL: 11, MEDIA_GALLERY: 12, FILE: 13, SEPARATOR: 14,
  CONTAINER: 17, LABEL: 18,
};
export const ButtonStyle = { PRIMARY: 1, SECONDARY: 2, SUCCESS: 3, DANGER: 4, LINK: 5 };

/** Characters that one message may hold: https://discord.com/developers/docs/resources/message */
export const CONTENT_LIMIT = 2000;
/** Bytes that one attachment may hold without a boost. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

export const has = (message, flag) => ((message.flags ?? 0) & flag) !== 0;
export const isThread = (channel) => channel.type >= 10 && channel.type <= 12;
export const isDm = (channel) => channel.type === Channel.DM || channel.type === Channel.GROUP_DM;
export const isVoice = (channel) => channel.type === Channel.VOICE || channel.type === 13;
