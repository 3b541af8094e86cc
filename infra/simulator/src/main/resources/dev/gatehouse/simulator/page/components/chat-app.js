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
import './delete-dialog.js';
import './toast-stack.js';

class ChatApp extends LiveView {
  render() {
    return html`
      <div class="shell ${store.drawer ? 'drawer-open' : ''} ${store.panel ? 'panel-open' : ''}" data-testid="shell" data-link=${store.link}>
        <nav class="side" aria-label="Servers and channels">
          <guild-rail></guild-rail>
          <div class="side-column">
            <p class="simulator-note" data-testid="simulator-note"><b>Simulator</b> A stand-in for Discord on this machine. Nothing is sent to Discord.</p>
            <channel-list></channel-list>
            <user-panel></user-panel>
          </div>
        </nav>
        <button class="scrim" aria-label="Close the channel list" tabindex=${store.drawer ? 0 : -1} @click=${closeDrawer}></button>
        <main class="main">
          <connection-banner></connection-banner>
          ${dialogOpen() ? nothing : html`<toast-stack></toast-stack>`}
          ${current() ? this.#channel() : nothing}
        </main>
      </div>
      <modal-dialog></modal-dialog>
      <thread-dialog></thread-dialog>
      <delete-dialog></delete-dialog>`;
  }

  updated() {
    const mentions = [...store.view.unread.values()].reduce((sum, one) => sum + one.mentions, 0);
    const place = current() ? `${channelLabel(current())} · ` : '';
    document.title = `${mentions ? `(${mentions}) ` : ''}${place}Discord simulator`;
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

/** A dialog lies above the page and shows the notices itself. */
const dialogOpen = () => Boolean(store.view.modal || store.view.threadDraft || store.view.deleting);

const closeDrawer = () => store.update((s) => { s.drawer = false; });

customElements.define('chat-app', ChatApp);
