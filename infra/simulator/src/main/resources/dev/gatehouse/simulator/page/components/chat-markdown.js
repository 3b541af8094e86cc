/** A text in Discord's Markdown, drawn again only when it changes. */
import { nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { copyText } from '../actions/messages.js';
import { openChannel } from '../actions/session.js';
import { channelOf } from '../core/select.js';
import { View } from '../core/view.js';
import { isJumbo, render, renderInline } from '../text/markdown.js';

class ChatMarkdown extends View {
  static properties = { text: {}, inline: { type: Boolean } };

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#activate(event));
    this.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') this.#activate(event); });
  }

  render() {
    this.classList.add('markdown');
    this.classList.toggle('jumbo', !this.inline && isJumbo(this.text));
    if (!this.text) return nothing;
    return unsafeHTML(this.inline ? renderInline(this.text) : render(this.text));
  }

  #activate(event) {
    const target = event.target;
    const spoiler = target.closest('.spoiler[aria-expanded="false"]');
    const channel = target.closest('[data-channel]')?.dataset.channel;
    if (spoiler) {
      spoiler.setAttribute('aria-expanded', 'true');
      event.preventDefault();
    } else if (channel && channelOf(channel)) {
      openChannel(channel);
    } else if (event.type === 'click' && target.closest('.code-copy')) {
      copyText(target.closest('.code-block').querySelector('code').textContent);
    }
  }
}
customElements.define('chat-markdown', ChatMarkdown);
