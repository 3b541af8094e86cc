/** The open channel's name and topic, and the buttons beside them. */
import { html, nothing } from 'lit';
import { openChannel } from '../actions/session.js';
import { draftThread } from '../actions/messages.js';
import { isDm, isThread } from '../core/discord.js';
import { channelName, channelOf, current } from '../core/select.js';
import { store } from '../core/store.js';
import { LiveView } from '../core/view.js';
import { icons } from './icons.js';

class ChannelHeader extends LiveView {
  render() {
    const channel = current();
    if (!channel) return nothing;
    const parent = isThread(channel) ? channelOf(channel.parent_id) : null;
    return html`<header class="header">
      <button class="icon-button only-narrow" aria-label="Open the channel list" @click=${toggle('drawer')}>${icons.menu}</button>
      ${parent ? html`<button class="crumb" @click=${() => openChannel(parent.id)}>${icons.hash}${parent.name}</button><span class="crumb-mark" aria-hidden="true">›</span>` : nothing}
      <span class="header-symbol">${isDm(channel) ? icons.at : parent ? icons.thread : icons.hash}</span>
      <h2 class="header-name" data-testid="channel-title">${channelName(channel)}</h2>
      ${channel.topic ? html`<span class="header-topic" title=${channel.topic}>${channel.topic}</span>` : nothing}
      <span class="header-space"></span>
      <span class="badge only-narrow" title="A stand-in for Discord on this machine">SIMULATOR</span>
      ${!isDm(channel) && !parent ? html`<button class="icon-button" title="New thread" aria-label="New thread" data-testid="new-thread" @click=${() => draftThread(null)}>${icons.thread}</button>` : nothing}
      <button class="icon-button ${store.panel ? 'on' : ''}" title="Members and applications" aria-label="Members and applications"
        aria-pressed=${store.panel} data-testid="toggle-panel" @click=${toggle('panel')}>${icons.people}</button>
    </header>`;
  }
}

const toggle = (what) => () => store.update((s) => { s[what] = !s[what]; });

customElements.define('channel-header', ChannelHeader);
