/** A container component: a box with a coloured edge. */
import { html } from 'lit';
import { View } from '../core/view.js';
import { paint } from './message-embed.js';

class AccentContainer extends View {
  static properties = { colour: {}, body: { attribute: false } };

  render() {
    return html`<div class="container-block" data-testid="container">${this.body}</div>`;
  }

  updated() {
    paint(this.querySelector('.container-block'), this.colour);
  }
}
customElements.define('accent-container', AccentContainer);
