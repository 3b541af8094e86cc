/** Where a person writes: text with mentions and files, or a command with its options. */
import { html, nothing } from 'lit';
import { acceptable, beginEdit, cancelReply, noteTyping, send } from '../actions/messages.js';
import { complain } from '../actions/toasts.js';
import { CONTENT_LIMIT } from '../core/discord.js';
import { channelLabel, current, displayName, visible } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { emojiAt, fittingEmoji } from '../text/emoji.js';
import { candidates, mentionAt, toMarkup } from '../text/mentions.js';
import { avatar } from './avatar.js';
import { botBadge } from './bot-badge.js';
import { fileBar, replyBar } from './composer-bars.js';
import { commandItem, fittingCommands, namedCommand } from './command-items.js';
import { grow } from './edit-box.js';
import { emojiPicker } from './emoji-picker.js';
import { icons } from './icons.js';
import { moved, showActive, suggestions } from './suggestions.js';
import './command-form.js';

const LIST = 'composer-suggestions';

class ComposerBox extends LiveView {
  static properties = { list: { state: true }, active: { state: true }, files: { state: true }, typed: { state: true }, length: { state: true } };
  #drafts = new Map();
  #place = null;
  #compose = (event) => this.#put(event.detail.text);

  constructor() {
    super();
    Object.assign(this, { list: [], active: 0, files: [], typed: null, length: 0 });
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('compose', this.#compose);
    document.addEventListener('keydown', this.#focusOnTyping);
  }

  disconnectedCallback() {
    document.removeEventListener('compose', this.#compose);
    document.removeEventListener('keydown', this.#focusOnTyping);
    super.disconnectedCallback();
  }

  render() {
    return html`<div class="composer" @dragover=${(event) => event.preventDefault()} @drop=${this.#dropped}>
      ${this.typed ? nothing : suggestions({ id: LIST, title: this.#title(), items: this.list.map((one) => one.item), active: this.active, pick: (index) => this.list[index].take() })}
      ${replyBar()}
      ${fileBar(this.files, (index) => { this.files = this.files.toSpliced(index, 1); })}
      ${this.typed
        ? html`<command-form .typed=${this.typed} .seed=${this.seed} @leave=${(event) => this.#leaveCommand(event.detail.text)}></command-form>`
        : this.#textField()}
    </div>`;
  }

  #textField() {
    return html`<div class="field">
      <input type="file" multiple hidden data-testid="file" @change=${(event) => { this.#add(event.target.files); event.target.value = ''; }}>
      <button class="icon-button" title="Attach files" aria-label="Attach files" @click=${() => this.querySelector('input[type=file]').click()}>${icons.plus}</button>
      <textarea rows="1" data-testid="composer" placeholder="Message ${channelLabel(current())}" aria-label="Message ${channelLabel(current())}"
        aria-autocomplete="list" aria-expanded=${this.list.length > 0} aria-controls=${LIST} role="combobox"
        aria-activedescendant=${this.list.length ? `${LIST}-${this.active}` : nothing}
        @input=${this.#changed} @keydown=${this.#key} @click=${this.#suggest} @paste=${this.#pasted} @blur=${() => { this.list = []; }}></textarea>
      ${this.length > CONTENT_LIMIT - 200 ? html`<span class="counter ${this.length > CONTENT_LIMIT ? 'over' : ''}" data-testid="counter" aria-live="polite">${CONTENT_LIMIT - this.length}</span>` : nothing}
      ${emojiPicker({ kind: 'icon-button', title: 'Emoji', take: ({ text }) => this.#write(this.#field.selectionStart, text) })}
      <button class="icon-button send" title="Send" aria-label="Send" data-testid="send" ?disabled=${!this.length && !this.files.length} @click=${() => this.#submit()}>${icons.send}</button>
    </div>`;
  }

  get #field() {
    return this.querySelector('textarea');
  }

  #title() {
    const { value = '', selectionStart = 0 } = this.#field ?? {};
    return value.startsWith('/') ? 'Commands' : emojiAt(value, selectionStart) ? 'Emoji' : 'Mention';
  }

  updated() {
    const place = `${store.me}/${store.channelId}`;
    if (place !== this.#place) this.#move(place);
    if (store.view.reply && store.view.reply !== this.replied) this.#field?.focus();
    this.replied = store.view.reply;
    showActive(this);
  }

  /** Each channel keeps its own draft. */
  #move(place) {
    if (this.#place && this.#field) this.#drafts.set(this.#place, this.#field.value);
    this.#place = place;
    this.typed = null;
    this.files = [];
    this.updateComplete.then(() => this.#put(this.#drafts.get(place) ?? ''));
  }

  #put(text) {
    if (!this.#field) return;
    this.#field.value = text;
    this.#field.focus();
    this.#changed();
  }

  #changed = () => {
    const text = this.#field.value;
    grow({ currentTarget: this.#field });
    this.length = [...text.trim()].length;
    const named = namedCommand(text);
    if (named) return void this.#enterCommand(named.typed, named.rest);
    if (text && !text.startsWith('/')) noteTyping();
    this.#suggest();
  };

  #suggest = () => {
    const { value, selectionStart } = this.#field;
    const mention = mentionAt(value, selectionStart);
    const emoji = emojiAt(value, selectionStart);
    this.active = 0;
    if (/^\/[^\n]*$/.test(value)) this.list = fittingCommands(value).map((typed) => ({ item: commandItem(typed), take: () => this.#enterCommand(typed, '') }));
    else if (emoji) this.list = fittingEmoji(emoji.text).slice(0, 8).map((one) => ({ item: emojiItem(one), take: () => this.#write(emoji.start, one.text) }));
    else this.list = mention ? candidates(mention).slice(0, 8).map((one) => ({ item: mentionItem(one), take: () => this.#insert(mention, one) })) : [];
  };

  /** Names go in as people read them; a role's would often be a bot's too, so its markup does. */
  #insert({ mark, start }, one) {
    this.#write(start, one.permissions ? `<@&${one.id}> ` : `${mark}${mark === '#' ? one.name : one.username} `);
  }

  /** Puts text in place of what was written since `start`. */
  #write(start, text) {
    const { value, selectionStart } = this.#field;
    this.#put(value.slice(0, start) + text + value.slice(selectionStart));
    this.#field.setSelectionRange(start + text.length, start + text.length);
    this.list = [];
  }

  #enterCommand(typed, rest) {
    this.list = [];
    this.length = 0;
    this.#field.value = '';
    this.seed = rest;
    this.typed = typed;
  }

  async #leaveCommand(text) {
    this.typed = null;
    await this.updateComplete;
    this.#put(text);
  }

  #key(event) {
    if (event.isComposing) return;
    const next = moved(event.key, this.active, this.list.length);
    if (next !== null) this.active = next;
    else if (this.list.length && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey))) this.list[this.active].take();
    else if (event.key === 'Enter' && !event.shiftKey) this.#submit();
    else if (event.key === 'Escape') this.#escape();
    else if (event.key === 'ArrowUp' && !this.#field.value) this.#editLast();
    else return;
    event.preventDefault();
  }

  #escape() {
    if (this.list.length) this.list = [];
    else cancelReply();
  }

  #editLast() {
    const last = visible(store.channelId).findLast((message) => message.author.id === store.me && message.content);
    if (last) beginEdit(last);
  }

  async #submit() {
    const text = this.#field.value.trim();
    const files = this.files;
    if (!text && !files.length) return;
    if (this.length > CONTENT_LIMIT) return void complain({ message: `A message may hold ${CONTENT_LIMIT} characters; this one has ${this.length}.` });
    this.files = [];
    this.#put('');
    if (!(await send(toMarkup(text), files)) && !this.#field?.value) {
      this.files = files;
      this.#put(text);
    }
  }

  #add(files) {
    this.files = [...this.files, ...acceptable(files)].slice(0, 10);
    this.#field?.focus();
  }

  #dropped(event) {
    event.preventDefault();
    this.#add(event.dataTransfer.files);
  }

  #pasted(event) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    this.#add(event.clipboardData.files);
  }

  /** Typing anywhere on the page goes to the message field. */
  #focusOnTyping = (event) => {
    const busy = event.target.closest?.('input, textarea, select, dialog, [contenteditable]');
    if (busy || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ') return;
    this.#field?.focus();
  };
}

const emojiItem = (one) => ({ key: one.name, icon: html`<span class="emoji-sign">${one.text}</span>`, label: `:${one.name}:`, side: '' });

const mentionItem = (one) => (one.permissions
  ? { key: one.name, icon: icons.at, label: one.name, side: 'role' }
  : one.username
  ? { key: one.username, icon: avatar(one, 'small'), label: html`${displayName(one)} ${botBadge(one)}`, side: `@${one.username}` }
  : { key: one.name, icon: icons.hash, label: one.name, side: '' });

customElements.define('composer-box', ComposerBox);
