/** The open channel's messages; it stays at the newest one unless the reader scrolled up. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { loadOlder } from '../actions/session.js';
import { rows, sentAt } from '../core/groups.js';
import { current, logOf, visible } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { longDate } from '../text/time.js';
import { icons } from './icons.js';
import { pendingRows } from './pending-rows.js';
import { welcome } from './welcome.js';
import './chat-message.js';

const NEAR_PX = 80;

class MessageList extends LiveView {
  static properties = { away: { state: true } };
  #sizes = new ResizeObserver(() => this.#follow());
  #shown = null;
  #height = 0;

  disconnectedCallback() {
    this.#sizes.disconnect();
    super.disconnectedCallback();
  }

  render() {
    const channel = current();
    const log = logOf(channel.id);
    return html`
      <div class="scroller" data-testid="messages" tabindex="0" @scroll=${this.#scrolled}>
        <div class="messages" role="log" aria-label="Messages" aria-live="off">
          ${log.complete ? welcome(channel, log.messages.length === 0) : nothing}
          ${log.loaded ? nothing : skeleton()}
          ${repeat(rows(visible(channel.id)), (row) => row.message.id, (row) => this.#row(row))}
          ${pendingRows(channel.id)}
        </div>
      </div>
      ${this.away ? html`<button class="to-newest" data-testid="to-newest" @click=${() => this.#toEnd()}>${icons.arrow} Newest messages</button>` : nothing}`;
  }

  #row({ message, newDay, grouped }) {
    return html`
      ${newDay ? html`<div class="day" role="separator"><span>${longDate(sentAt(message))}</span></div>` : nothing}
      <chat-message .message=${message} .grouped=${grouped} .editing=${store.view.editing === message.id}
        .replied=${store.view.reply?.id === message.id} .pending=${store.view.pending.get(message.id)}></chat-message>`;
  }

  firstUpdated() {
    this.#sizes.observe(this.querySelector('.messages'));
    this.#sizes.observe(this.querySelector('.scroller'));
  }

  updated() {
    if (this.#shown !== store.channelId + store.me) {
      this.#shown = store.channelId + store.me;
      this.away = false;
    }
    this.#follow();
  }

  /** Holds the reader's place: at the end when there, else where the text was before older messages came in. */
  #follow() {
    const scroller = this.querySelector('.scroller');
    if (!scroller) return;
    if (!this.away) scroller.scrollTop = scroller.scrollHeight;
    else if (scroller.scrollTop < NEAR_PX && this.#height) scroller.scrollTop += scroller.scrollHeight - this.#height;
    this.#height = scroller.scrollHeight;
  }

  #scrolled(event) {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    if (scrollHeight === this.#height) this.away = scrollHeight - scrollTop - clientHeight > NEAR_PX;
    if (scrollTop < NEAR_PX && this.away) loadOlder(store.channelId);
  }

  #toEnd() {
    this.away = false;
    this.#follow();
  }
}

const skeleton = () => html`<div class="skeleton" aria-label="Loading messages">${[1, 2, 3].map(() => html`<div><i></i><p></p></div>`)}</div>`;

customElements.define('message-list', MessageList);
