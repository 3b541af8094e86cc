/** The servers, as a column of round buttons. */
import { html, nothing } from 'lit';
import { openChannel } from '../actions/session.js';
import { isVoice } from '../core/discord.js';
import { guildOf, myDms } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { initials } from './avatar.js';
import { icons } from './icons.js';

class GuildRail extends LiveView {
  render() {
    const open = guildOf(store.channelId);
    return html`<ul class="rail" role="list">
      ${myDms().length ? this.#directMessages(!open) : nothing}
      ${store.world.guilds.map((guild) => this.#guild(guild, guild.id === open?.id))}
    </ul>`;
  }

  #directMessages(active) {
    return html`<li><button class="rail-item ${active ? 'active' : ''}" title="Direct messages" aria-label="Direct messages"
      aria-current=${active} @click=${() => openChannel(myDms()[0].id)}>${icons.at}</button></li>`;
  }

  #guild(guild, active) {
    const first = guild.channels.find((channel) => !isVoice(channel) && channel.type !== 4);
    return html`<li><button class="rail-item ${active ? 'active' : ''}" title=${guild.name} aria-label=${guild.name} data-testid="guild"
      aria-current=${active} @click=${() => active || openChannel(first?.id)}>${initials(guild.name) === 'G' ? icons.gate : initials(guild.name)}</button></li>`;
  }
}
customElements.define('guild-rail', GuildRail);
