/** The whole page. */
import { html, nothing } from 'lit';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { channelLabel, current } from '../core/select.js';
import './guild-rail.js';
import './channel-list.js';
import './user-panel.js';
import './channel-header.js';
import './connection-banner.js';
import './message-list.js';
import './typing-line.js';
import './composer-box.js';
import './member-panel.js';
import './modal-dialog.js';
import './thread-dialog.js';
import './toast-stack.js';

class ChatApp extends LiveView {
  render() {
    return html`
      <div class="shell ${store.drawer ? 'drawer-open' : ''} ${store.panel ? 'panel-open' : ''}" data-testid="shell" data-link=${store.link}>
        <nav class="side" aria-label="Servers and channels">
          <guild-rail></guild-rail>
          <div class="side-column">
            <channel-list></channel-list>
            <user-panel></user-panel>
          </div>
        </nav>
        <button class="scrim" aria-label="Close the channel list" tabindex=${store.drawer ? 0 : -1} @click=${closeDrawer}></button>
        <main class="main">
          <connection-banner></connection-banner>
          ${current() ? this.#channel() : nothing}
        </main>
      </div>
      <modal-dialog></modal-dialog>
      <thread-dialog></thread-dialog>
      <toast-stack></toast-stack>`;
  }

  updated() {
    const mentions = [...store.view.unread.values()].reduce((sum, one) => sum + one.mentions, 0);
    const place = current() ? `${channelLabel(current())} · ` : '';
    document.title = `${mentions ? `(${mentions}) ` : ''}${place}Gatehouse`;
  }

  #channel() {
    return html`
      <channel-header></channel-header>
      <div class="columns">
        <section class="conversation" aria-label="Conversation">
          <message-list></message-list>
          <composer-box></composer-box>
          <typing-line></typing-line>
        </section>
        ${store.panel ? html`<member-panel></member-panel>` : nothing}
      </div>`;
  }
}

const closeDrawer = () => store.update((s) => { s.drawer = false; });

customElements.define('chat-app', ChatApp);
