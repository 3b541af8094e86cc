/** The channels of the servers with their threads, and the direct messages. */
import { html, nothing } from 'lit';
import { openDm } from '../actions/messages.js';
import { openChannel } from '../actions/session.js';
import { isVoice } from '../core/discord.js';
import { channelName, displayName, myDms, partners, reachable, threadsOf } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';

class ChannelList extends LiveView {
  render() {
    return html`<div class="channels">
      ${store.world.guilds.map((guild) => html`
        <h1 class="guild-name" data-testid="guild-name">${guild.name}</h1>
        ${this.#section('Text channels', guild.channels.filter((channel) => !isVoice(channel) && channel.type !== 4))}
        ${this.#voice(guild.channels.filter(isVoice))}`)}
      <h2 class="section">Direct messages</h2>
      <ul role="list">${myDms().map((dm) => this.#dm(dm))}${strangers().map((user) => this.#stranger(user))}</ul>
    </div>`;
  }

  #section(title, channels) {
    return html`<h2 class="section">${title}</h2><ul role="list">
      ${channels.map((channel) => html`<li>${this.#row(channel, icons.hash)}${this.#threads(channel)}</li>`)}
    </ul>`;
  }

  #threads(channel) {
    const threads = threadsOf(channel.id);
    if (!threads.length) return nothing;
    return html`<ul class="threads" role="list" aria-label="Threads of ${channel.name}">
      ${threads.map((thread) => html`<li>${this.#row(thread, icons.thread)}</li>`)}
    </ul>`;
  }

  #voice(channels) {
    if (!channels.length) return nothing;
    return html`<h2 class="section">Voice channels</h2><ul role="list">${channels.map((channel) => html`<li>
      <span class="channel voice" title="Voice is for gateway clients; this page has none">${icons.voice}<span class="channel-name">${channel.name}</span></span></li>`)}
    </ul>`;
  }

  #dm(dm) {
    const partner = partners(dm)[0];
    const app = store.world.applications.find((one) => one.bot?.id === partner?.id);
    const presence = !app || reachable(app) ? 'online' : 'offline';
    return html`<li>${this.#row(dm, avatar(partner, 'small', presence))}</li>`;
  }

  /** Somebody to whom nothing was written yet. */
  #stranger(user) {
    return html`<li><button class="channel stranger" data-testid="new-dm" data-username=${user.username} title="Write to ${displayName(user)}"
      @click=${() => openDm(user.id)}>${avatar(user, 'small')}<span class="channel-name">${displayName(user)}</span></button></li>`;
  }

  #row(channel, symbol) {
    const unread = store.view.unread.get(channel.id);
    const active = channel.id === store.channelId;
    return html`<button class="channel ${active ? 'active' : ''} ${unread ? 'unread' : ''}" data-testid="channel" data-channel-id=${channel.id}
        aria-current=${active ? 'page' : 'false'} @click=${() => openChannel(channel.id)}>
      ${symbol}<span class="channel-name">${channelName(channel)}</span>
      ${unread?.mentions ? html`<span class="pill" aria-label="${unread.mentions} mentions">${unread.mentions}</span>` : nothing}
      ${unread && !unread.mentions ? html`<span class="sr-only">unread</span>` : nothing}
    </button>`;
  }
}
/** Bots that the person has no direct messages with yet. */
const strangers = () => store.world.applications.map((app) => app.bot)
  .filter((bot) => !myDms().some((dm) => dm.recipients.some((one) => one.id === bot.id)));

customElements.define('channel-list', ChannelList);
