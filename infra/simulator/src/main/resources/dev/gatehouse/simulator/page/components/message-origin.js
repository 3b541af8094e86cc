/** What a message came from, above it: the message it replies to, or the command it answers. */
import { html, nothing } from 'lit';
import { InteractionType, MessageType } from '../core/discord.js';
import { displayName, logOf, userOf } from '../core/select.js';
import { plain } from '../text/plain.js';
import { avatar } from './avatar.js';
import { botBadge } from './bot-badge.js';

/** The quoted preview of a reply; a click shows the original. */
export function quoted(message) {
  if (message.type !== MessageType.REPLY) return nothing;
  const original = logOf(message.channel_id).messages.find((one) => one.id === message.message_reference?.message_id)
    ?? message.referenced_message;
  if (!original) return html`<div class="origin"><span class="elbow"></span><em>The original message was deleted</em></div>`;
  return html`<button class="origin" data-testid="reply-preview" @click=${() => reveal(original.id)} aria-label="Show the message that this replies to">
    <span class="elbow"></span>${avatar(original.author, 'tiny')}${botBadge(original.author)}<b>${displayName(original.author)}</b>
    <span class="origin-text">${summary(original)}</span></button>`;
}

/** One line of a message. */
export const summary = (message) => plain(message.content).slice(0, 160)
  || (message.attachments?.length ? 'Attachment' : 'Message');

/** Who used which command. */
export function invocation(message) {
  const origin = message.interaction_metadata ?? message.interaction;
  const command = message.interaction?.name ?? origin?.name;
  if (!command || origin.type !== InteractionType.COMMAND || origin.original_response_message_id) return nothing;
  const user = userOf(origin.user?.id) ?? origin.user;
  return html`<div class="invocation" data-testid="invocation"><span class="elbow"></span>${avatar(user, 'tiny')}
    <b>${displayName(user)}</b> used <span class="command-chip">${message.type === MessageType.CONTEXT_COMMAND ? '' : '/'}${command}</span></div>`;
}

function reveal(id) {
  const original = document.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  original?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  original?.animate([{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }], { duration: 1600 });
}
