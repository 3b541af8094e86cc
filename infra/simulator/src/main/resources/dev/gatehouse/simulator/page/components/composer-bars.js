/** The strips above the message field: what is replied to, and the files that go along. */
import { html, nothing } from 'lit';
import { cancelReply, switchPing } from '../actions/messages.js';
import { displayName } from '../core/select.js';
import { store } from '../core/store.js';
import { size } from './attachments.js';
import { icons } from './icons.js';

export function replyBar() {
  const message = store.view.reply;
  if (!message) return nothing;
  return html`<div class="reply-bar" data-testid="reply-bar"><span>Replying to <b>${displayName(message.author)}</b></span><span class="header-space"></span>
    <button class="text-button ping ${store.view.ping ? 'on' : ''}" data-testid="ping" aria-pressed=${store.view.ping}
      title=${store.view.ping ? 'The author is notified' : 'The author is not notified'} @click=${switchPing}>@ ${store.view.ping ? 'On' : 'Off'}</button>
    <button class="icon-button small" aria-label="Cancel the reply" @click=${cancelReply}>${icons.close}</button></div>`;
}

/** @param {File[]} files @param {(index: number) => void} remove */
export function fileBar(files, remove) {
  if (!files.length) return nothing;
  return html`<div class="file-bar">${files.map((file, index) => html`<div class="file-chip" data-testid="file-chip">${icons.file}<span class="file-name">${file.name}</span>
    <span class="file-size">${size(file.size)}</span>
    <button class="icon-button small" aria-label="Remove ${file.name}" @click=${() => remove(index)}>${icons.close}</button></div>`)}</div>`;
}
