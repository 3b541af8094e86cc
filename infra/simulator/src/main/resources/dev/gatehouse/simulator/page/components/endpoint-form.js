/** Sets where an application's interactions are posted, as the developer portal does. */
import { html } from 'lit';
import { setEndpoint } from '../actions/interactions.js';
import { inform } from '../actions/toasts.js';
import { View } from '../core/view.js';

class EndpointForm extends View {
  static properties = { application: { attribute: false }, busy: { state: true } };

  render() {
    return html`<form class="endpoint" @submit=${this.#save}>
      <label>Interactions endpoint<input class="input" inputmode="url" placeholder="http://127.0.0.1:8080/discord/interactions" data-testid="endpoint"
        .value=${this.application.interactions_endpoint_url ?? ''} ?disabled=${this.busy}></label>
      <button class="button primary" ?disabled=${this.busy} aria-busy=${Boolean(this.busy)}>${this.busy ? 'Probing…' : 'Save'}</button>
    </form>`;
  }

  async #save(event) {
    event.preventDefault();
    const url = this.querySelector('input').value.trim();
    this.busy = true;
    const saved = await setEndpoint(this.application, url);
    this.busy = false;
    if (saved) inform(url ? 'The endpoint answered both probes and is set.' : 'The endpoint is removed.');
  }
}
customElements.define('endpoint-form', EndpointForm);
