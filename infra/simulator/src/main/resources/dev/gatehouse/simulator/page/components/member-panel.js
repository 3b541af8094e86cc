/** People, and the applications with how they are connected. */
import { html, nothing } from 'lit';
import { openDm } from '../actions/messages.js';
import { displayName, people, reachable, topRole } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { avatar } from './avatar.js';
import { botBadge } from './bot-badge.js';
import './endpoint-form.js';

class MemberPanel extends LiveView {
  render() {
    const { applications } = store.world;
    return html`<aside class="panel" aria-label="Members and applications" data-testid="panel">
      <h3 class="section">Applications — ${applications.length}</h3>
      ${applications.length ? applications.map((app) => this.#application(app)) : html`<p class="panel-empty">None has logged in yet.</p>`}
      <h3 class="section">People — ${people().length}</h3>
      <ul role="list">${people().map((user) => this.#person(user))}</ul>
    </aside>`;
  }

  #person(user) {
    const role = topRole(user.id);
    const mine = user.id === store.me;
    const names = html`${avatar(user, 'medium', 'online')}<span class="user-names"><span class="user-name">${displayName(user)}</span>
      <span class="user-handle">@${user.username}${mine ? ' · you' : ''}${role ? ` · ${role.name}` : ''}</span></span>`;
    return html`<li>${mine ? html`<div class="member">${names}</div>`
      : html`<button class="member" title="Write to ${displayName(user)}" data-testid="person" data-username=${user.username} @click=${() => openDm(user.id)}>${names}</button>`}</li>`;
  }

  #application(app) {
    const online = reachable(app);
    return html`<details class="application" data-testid="application" data-application-id=${app.id} data-online=${online}>
      <summary class="member">${avatar(app.bot, 'medium', online ? 'online' : 'offline')}
        <span class="user-names"><span class="user-name">${displayName(app.bot)} ${botBadge(app.bot)}</span>
        <span class="user-handle">${connection(app)}</span></span></summary>
      <div class="application-body">
        <dl>
          <dt>Gateway</dt><dd>${gateway(app)}</dd>
          <dt>Commands</dt><dd>${(app.commands ?? []).length ? app.commands.map((one) => `${(one.type ?? 1) === 1 ? '/' : ''}${one.name}`).join(', ') : 'none registered'}</dd>
          <dt>Application id</dt><dd class="mono">${app.id}</dd>
          <dt>Public key</dt><dd class="mono clip" title=${app.public_key ?? ''}>${app.public_key ?? '—'}</dd>
        </dl>
        <endpoint-form .application=${app}></endpoint-form>
        <button class="button secondary" data-testid="open-dm" @click=${() => openDm(app.bot.id)}>Message</button>
      </div>
    </details>`;
  }
}

function connection(app) {
  const ways = [app.connected && 'gateway', app.interactions_endpoint_url && 'webhook'].filter(Boolean);
  return ways.length ? `On ${ways.join(' and ')}` : 'Offline';
}

function gateway(app) {
  const sessions = store.world.sessions.filter((session) => session.application_id === app.id);
  if (!sessions.length) return app.connected ? 'connected' : 'no session';
  return sessions.map((session) => html`<div>shard ${(session.shard ?? [0, 1]).join('/')} · ${session.state}${session.compress ? ` · ${session.compress}` : nothing}</div>`);
}

customElements.define('member-panel', MemberPanel);
