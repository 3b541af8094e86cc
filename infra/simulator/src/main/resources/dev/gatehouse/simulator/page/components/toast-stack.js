/** Notices, newest last, read out to screen readers. */
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dismissToast } from '../actions/toasts.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { icons } from './icons.js';

class ToastStack extends LiveView {
  render() {
    return html`<div class="toasts" role="log" aria-live="assertive">${repeat(store.toasts, (toast) => toast.id, (toast) => html`
      <div class="toast toast-${toast.kind}" role=${toast.kind === 'error' ? 'alert' : 'status'} data-testid="toast">
        ${toast.kind === 'error' ? icons.warning : ''}<span>${toast.text}</span>
        <button class="icon-button small" aria-label="Dismiss" @click=${() => dismissToast(toast.id)}>${icons.close}</button>
      </div>`)}</div>`;
  }
}
customElements.define('toast-stack', ToastStack);
