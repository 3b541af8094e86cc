/** Who is typing in the open channel. */
import { html, nothing } from 'lit';
import { displayName, typists } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { dots } from './thinking.js';

class TypingLine extends LiveView {
  render() {
    const names = typists(store.channelId).map(displayName);
    return html`<div class="typing" data-testid="typing" aria-live="polite">${names.length ? html`
      ${dots}<span>${phrase(names)}</span>` : nothing}</div>`;
  }
}

function phrase(names) {
  if (names.length > 3) return 'Several people are typing…';
  const list = new Intl.ListFormat('en').format(names);
  return html`<strong>${list}</strong> ${names.length === 1 ? 'is' : 'are'} typing…`;
}

customElements.define('typing-line', TypingLine);
