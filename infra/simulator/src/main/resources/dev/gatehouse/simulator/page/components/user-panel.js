/** Who the person is just now, and a way to become the other one. */
import { html, nothing } from 'lit';
import { become } from '../actions/session.js';
import { displayName, me, people } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { setTheme, theme } from '../core/theme.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';

class UserPanel extends LiveView {
  static properties = { open: { state: true } };

  render() {
    const user = me();
    if (!user) return nothing;
    return html`<div class="user-panel" @keydown=${(event) => { if (event.key === 'Escape') this.open = false; }}>
      ${this.open ? this.#menu() : nothing}
      <button class="user-button" data-testid="user-switch" aria-haspopup="menu" aria-expanded=${Boolean(this.open)}
          @click=${() => { this.open = !this.open; }}>
        ${avatar(user, 'medium', 'online')}
        <span class="user-names"><span class="user-name" data-testid="current-user">${displayName(user)}</span><span class="user-handle">@${user.username}</span></span>
        <span class="user-hint" title="Switch user">${icons.switch}</span>
      </button>
      <button class="icon-button" data-testid="theme" title="Use the ${other()} theme" aria-label="Use the ${other()} theme"
        @click=${() => { setTheme(other()); this.requestUpdate(); }}>${theme() === 'dark' ? icons.sun : icons.moon}</button>
    </div>`;
  }

  #menu() {
    return html`<div class="menu user-menu" role="menu" aria-label="Act as">
      <div class="menu-title">Act as</div>
      ${people().map((user) => html`<button class="menu-item" role="menuitemradio" aria-checked=${user.id === store.me}
          data-testid="act-as" data-username=${user.username} @click=${() => this.#choose(user)}>
        ${avatar(user, 'small')}<span>${displayName(user)}</span>${user.id === store.me ? html`<span class="menu-note">you</span>` : nothing}
      </button>`)}
    </div>`;
  }

  #choose(user) {
    this.open = false;
    if (user.id !== store.me) become(user.id);
  }
}
const other = () => (theme() === 'dark' ? 'light' : 'dark');

customElements.define('user-panel', UserPanel);
