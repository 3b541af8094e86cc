/** A button that opens a table of emoji. */
import { html } from 'lit';
import { emojiGroups } from '../text/emoji.js';
import { icons } from './icons.js';

/** Room that the open table takes. */
const TABLE_PX = 320;

/** @param {{kind: string, title: string, take: (emoji: {name: string, text: string}) => void}} picker */
export const emojiPicker = ({ kind, title, take }) => html`<details class="emoji-picker" @toggle=${placed} @keydown=${leave} @focusout=${left}>
  <summary class=${kind} title=${title} aria-label=${title} data-testid="pick-emoji">${icons.smile}</summary>
  <div class="menu emoji-table" role="menu" aria-label="Emoji">${emojiGroups.map((group) => html`<div class="menu-title">${group.title}</div>
    <div class="emoji-row">${group.emoji.map((one) => html`<button type="button" class="emoji-choice" role="menuitem" title=":${one.name}:" aria-label=${one.name}
      data-testid="emoji" data-name=${one.name} @click=${(event) => { event.currentTarget.closest('details').open = false; take(one); }}>${one.text}</button>`)}</div>`)}</div>
</details>`;

/** Opens to where there is room. */
function placed({ currentTarget: picker }) {
  if (picker.open) picker.classList.toggle('upwards', picker.getBoundingClientRect().bottom + TABLE_PX > innerHeight);
}

function leave(event) {
  if (event.key === 'Escape') event.currentTarget.open = false;
}

function left(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}
