/** Says that the simulator is out of reach, for as long as it is. */
import { html, nothing } from 'lit';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';

class ConnectionBanner extends LiveView {
  render() {
    return html`<div role="status" aria-live="polite">${store.link === 'lost'
      ? html`<div class="banner" data-testid="banner"><span class="spinner"></span>Connection lost. Reconnecting…</div>`
      : nothing}</div>`;
  }
}
customElements.define('connection-banner', ConnectionBanner);
