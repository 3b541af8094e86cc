/** Asks for the name of a new thread. */
import { html, nothing } from 'lit';
import { createThread, dropThreadDraft } from '../actions/messages.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { icons } from './icons.js';
import './toast-stack.js';
import { summary } from './message-origin.js';

const NAME_LIMIT = 100;

class ThreadDialog extends LiveView {
  #shown = null;

  render() {
    const draft = store.view.threadDraft;
    if (!draft) return nothing;
    return html`<dialog class="dialog" data-testid="thread-dialog" aria-labelledby="thread-title" @close=${dropThreadDraft}>
      <form novalidate @submit=${this.#create}>
        <header><h2 id="thread-title">${icons.thread}New thread</h2>
          <button type="button" class="icon-button" aria-label="Close" @click=${dropThreadDraft}>${icons.close}</button></header>
        <toast-stack></toast-stack>
        <div class="dialog-body">
          ${draft.message ? html`<blockquote class="thread-origin">${summary(draft.message)}</blockquote>` : nothing}
          <label class="form-field"><span class="form-label">Name</span>
            <input class="input" data-testid="thread-name" maxlength=${NAME_LIMIT} required placeholder="What is it about?"></label>
        </div>
        <footer><button type="button" class="button link" @click=${dropThreadDraft}>Cancel</button>
          <button class="button primary" data-testid="thread-create">Create thread</button></footer>
      </form>
    </dialog>`;
  }

  updated() {
    const draft = store.view.threadDraft;
    if (draft === this.#shown) return;
    this.#shown = draft;
    if (draft) this.querySelector('dialog').showModal();
    this.querySelector('input')?.focus();
  }

  #create(event) {
    event.preventDefault();
    const name = this.querySelector('input').value.trim();
    if (name) createThread(name, store.view.threadDraft.message);
    else this.querySelector('input').focus();
  }
}
customElements.define('thread-dialog', ThreadDialog);
