/** What can be done with a message, shown when the pointer or the focus is on it. */
import { html, nothing } from 'lit';
import { runOnMessage } from '../actions/interactions.js';
import { askToDelete, beginEdit, copyText, draftThread, react, replyTo } from '../actions/messages.js';
import { CommandType, MessageFlag, has, isDm, isThread } from '../core/discord.js';
import { commandsOf, current, moderates, threadFrom } from '../core/select.js';
import { store } from '../core/store.js';
import { emojiPicker } from './emoji-picker.js';
import { icons } from './icons.js';

export function toolbar(message) {
  const ephemeral = has(message, MessageFlag.EPHEMERAL);
  const mine = message.author.id === store.me;
  const channel = current();
  const threadable = channel && !ephemeral && !isDm(channel) && !isThread(channel) && !threadFrom(message);
  return html`<div class="toolbar" role="toolbar" aria-label="Message actions">
    ${ephemeral ? nothing : emojiPicker({ kind: 'tool', title: 'Add a reaction', take: ({ text }) => react(message, text) })}
    ${ephemeral ? nothing : tool('reply', 'Reply', icons.reply, () => replyTo(message))}
    ${mine && message.content ? tool('edit', 'Edit', icons.edit, () => beginEdit(message)) : nothing}
    ${threadable ? tool('thread', 'Create thread', icons.thread, () => draftThread(message)) : nothing}
    ${message.content ? tool('copy', 'Copy text', icons.copy, () => copyText(message.content)) : nothing}
    ${ephemeral ? nothing : apps(message)}
    ${mine || (!ephemeral && channel && moderates(channel)) ? tool('delete', 'Delete', icons.trash, () => askToDelete(message), 'danger') : nothing}
  </div>`;
}

const tool = (name, label, icon, act, kind = '') =>
  html`<button class="tool ${kind}" title=${label} aria-label=${label} data-testid="tool-${name}" @click=${act}>${icon}</button>`;

/** Message commands of the applications. */
function apps(message) {
  const commands = commandsOf(CommandType.MESSAGE);
  if (!commands.length) return nothing;
  return html`<details class="tool-menu"><summary class="tool" title="Apps" aria-label="Apps" data-testid="tool-apps">${icons.apps}</summary>
    <div class="menu" role="menu">${commands.map((entry) => html`<button class="menu-item" role="menuitem" data-testid="message-command"
      @click=${(event) => { event.currentTarget.closest('details').open = false; runOnMessage(entry, message); }}>
      ${entry.command.name}<span class="menu-note">${entry.app.name}</span></button>`)}</div></details>`;
}
