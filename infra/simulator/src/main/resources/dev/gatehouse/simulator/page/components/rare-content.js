/** What few messages have: another message passed on, a poll, stickers. */
import { html, nothing } from 'lit';
import { attachments } from './attachments.js';
import { icons } from './icons.js';
import './chat-markdown.js';
import './message-embed.js';

export const rare = (message) => html`${(message.message_snapshots ?? []).map(({ message: original }) => forwarded(original))}${poll(message.poll)}${stickers(message)}`;

const forwarded = (original) => html`<div class="forwarded" data-testid="forwarded"><div class="forwarded-mark">${icons.reply}Forwarded</div>
  ${original.content ? html`<chat-markdown .text=${original.content}></chat-markdown>` : nothing}
  ${attachments(original)}${(original.embeds ?? []).map((embed) => html`<message-embed .embed=${embed}></message-embed>`)}</div>`;

const poll = (one) => (one ? html`<div class="poll" data-testid="poll"><b>${one.question.text}</b>
  <ul role="list">${one.answers.map(({ poll_media: media }) => html`<li>${media.emoji?.name ?? nothing} ${media.text}</li>`)}</ul>
  <span class="file-size">Poll</span></div>` : nothing);

const stickers = (message) => (message.sticker_items ?? []).map((one) => html`<span class="sticker" data-testid="sticker">${icons.smile}${one.name}</span>`);
