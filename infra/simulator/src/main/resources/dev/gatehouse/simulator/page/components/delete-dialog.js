/** Asks before a message goes. */
import { html, nothing } from 'lit';
import { keep, remove } from '../actions/messages.js';
import { displayName } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { summary } from './message-origin.js';
import { icons } from './icons.js';
import './toast-stack.js';

class DeleteDialog extends LiveView {
  render() {
    const message = store.view.deleting;
    if (!message) return nothing;
    return html`<dialog class="dialog" data-testid="delete-dialog" aria-labelledby="delete-title" @close=${keep}>
      <header><h2 id="delete-title">${icons.trash}Delete this message?</h2></header>
      <toast-stack></toast-stack>
      <div class="dialog-body"><blockquote class="thread-origin"><b>${displayName(message.author)}</b> ${summary(message)}</blockquote></div>
      <footer><button type="button" class="button link" data-testid="delete-cancel" @click=${keep}>Keep it</button>
        <button type="button" class="button danger" data-testid="delete-confirm" autofocus @click=${() => remove(message)}>Delete</button></footer>
    </dialog>`;
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }
}
customElements.define('delete-dialog', DeleteDialog);
