/** One message with everything that belongs to it. */
import { html, nothing } from 'lit';
import { openChannel } from '../actions/session.js';
import { dismiss, emojiOf, react } from '../actions/messages.js';
import { MessageFlag, MessageType, has } from '../core/discord.js';
import { displayName, mentionsMe, threadFrom, threads, userOf } from '../core/select.js';
import { sentAt } from '../core/groups.js';
import { store } from '../core/store.js';
import { View } from '../core/view.js';
import { clockTime, full, stamp } from '../text/time.js';
import { attachments } from './attachments.js';
import { avatar } from './avatar.js';
import { botBadge } from './bot-badge.js';
import { components } from './components.js';
import { icons } from './icons.js';
import { invocation, quoted } from './message-origin.js';
import { rare } from './rare-content.js';
import { thinking } from './thinking.js';
import { toolbar } from './message-toolbar.js';
import './chat-markdown.js';
import './edit-box.js';
import './message-embed.js';

class ChatMessage extends View {
  static properties = {
    message: { attribute: false }, grouped: { type: Boolean }, editing: { type: Boolean }, replied: { type: Boolean },
    pending: { attribute: false },
  };

  render() {
    const message = this.message;
    if (message.type === MessageType.THREAD_CREATED) return threadNotice(message);
    return html`<article class="message ${this.#looks()}" data-testid="message" data-message-id=${message.id}
        data-author=${message.author.username} aria-label="${displayName(message.author)}, ${stamp(sentAt(message))}">
      ${quoted(message)}${invocation(message)}
      <div class="message-row">
        ${this.grouped ? html`<time class="gutter-time" title=${full(sentAt(message))}>${clockTime(sentAt(message))}</time>` : avatar(message.author)}
        <div class="message-body">
          ${this.grouped ? nothing : heading(message)}
          ${this.editing ? html`<edit-box .message=${message}></edit-box>` : this.#content()}
          ${rare(message)}${attachments(message)}
          ${has(message, MessageFlag.SUPPRESS_EMBEDS) ? nothing : (message.embeds ?? []).map((embed) => html`<message-embed .embed=${embed}></message-embed>`)}
          ${components(message, this.pending)}
          ${reactions(message)}${threadCard(message)}${ephemeralNote(message)}
        </div>
      </div>
      ${this.editing ? nothing : toolbar(message)}
    </article>`;
  }

  #looks() {
    return [
      this.grouped && 'grouped',
      mentionsMe(this.message) && 'mentions-me',
      this.replied && 'replied',
      has(this.message, MessageFlag.EPHEMERAL) && 'ephemeral',
    ].filter(Boolean).join(' ');
  }

  #content() {
    const message = this.message;
    if (has(message, MessageFlag.LOADING)) return thinking(`${displayName(message.author)} is thinking…`);
    if (!message.content) return nothing;
    const edited = message.edited_timestamp;
    return html`<div class="content" data-testid="content"><chat-markdown .text=${message.content}></chat-markdown>${edited
      ? html`<time class="edited" data-testid="edited" title=${full(new Date(edited))}>(edited)</time>` : nothing}</div>`;
  }
}

const heading = (message) => html`<div class="message-head">
  <span class="author" data-testid="author">${displayName(message.author)}</span>${botBadge(message.author)}
  <time class="stamp" datetime=${message.timestamp} title=${full(sentAt(message))}>${stamp(sentAt(message))}</time></div>`;

const reactions = (message) => (message.reactions?.length ? html`<div class="reactions">${message.reactions.map((one) =>
  html`<button class="reaction ${one.user_ids?.includes(store.me) ? 'mine' : ''}" data-testid="reaction" aria-pressed=${Boolean(one.user_ids?.includes(store.me))}
    title=${(one.user_ids ?? []).map((id) => displayName(userOf(id))).join(', ')} @click=${() => react(message, emojiOf(one))}
    >${one.emoji.id ? `:${one.emoji.name}:` : one.emoji.name} <b>${one.count}</b></button>`)}</div>` : nothing);

function threadCard(message) {
  const thread = threadFrom(message);
  if (!thread || thread.id === store.channelId) return nothing;
  return html`<button class="thread-card" data-testid="thread-card" @click=${() => openChannel(thread.id)}>
    ${icons.thread}<span class="thread-name">${thread.name}</span><span class="thread-open">Open thread ›</span></button>`;
}

const ephemeralNote = (message) => (has(message, MessageFlag.EPHEMERAL)
  ? html`<div class="ephemeral-note" data-testid="ephemeral">${icons.eye}<span>Only you can see this</span> ·
      <button class="text-button" data-testid="dismiss" @click=${() => dismiss(message)}>Dismiss message</button></div>` : nothing);

function threadNotice(message) {
  const id = message.message_reference?.channel_id;
  const thread = threads().find((one) => one.id === id) ?? threads().find((one) => one.name === message.content);
  return html`<div class="notice" data-testid="thread-notice">${icons.thread}<span><b>${displayName(userOf(message.author.id) ?? message.author)}</b> started a thread:
    ${thread ? html`<button class="text-button strong" @click=${() => openChannel(thread.id)}>${message.content}</button>` : html`<b>${message.content}</b>`}</span>
    <time class="stamp">${stamp(sentAt(message))}</time></div>`;
}

customElements.define('chat-message', ChatMessage);
