/** The base of every element: drawn in the page's own tree, so that labels, styles and tests reach across elements. */
import { LitElement } from 'lit';
import { store } from './store.js';

export class View extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** A view that is drawn again whenever the store changes. */
export class LiveView extends View {
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    store.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    store.removeEventListener('change', this.#changed);
    super.disconnectedCallback();
  }
}
