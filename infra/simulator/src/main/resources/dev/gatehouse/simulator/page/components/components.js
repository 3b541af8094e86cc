/** What applications put under or instead of a message's text: https://discord.com/developers/docs/components/reference */
import { html, nothing } from 'lit';
import { useComponent } from '../actions/interactions.js';
import { ButtonStyle, Component } from '../core/discord.js';
import { safeUrl } from '../text/url.js';
import { attachment } from './attachments.js';
import { icons } from './icons.js';
import { picture } from './message-embed.js';
import './accent-container.js';
import './chat-markdown.js';
import './select-menu.js';

/** All components of a message, and the failure of the last one used. */
export function components(message, pending) {
  if (!message.components?.length) return nothing;
  return html`<div class="components" data-testid="components">${message.components.map((one) => component(one, message, pending))}</div>
    ${pending?.state === 'failed' ? html`<div class="failure" role="alert" data-testid="component-failure">${icons.warning}<span>${pending.reason || 'This interaction failed'}</span></div>` : nothing}`;
}

function component(one, message, pending) {
  const inner = (list) => (list ?? []).map((child) => component(child, message, pending));
  switch (one.type) {
    case Component.ACTION_ROW: return html`<div class="action-row">${inner(one.components)}</div>`;
    case Component.BUTTON: return button(one, message, pending);
    case Component.STRING_SELECT: case Component.USER_SELECT: case Component.ROLE_SELECT:
    case Component.MENTIONABLE_SELECT: case Component.CHANNEL_SELECT: return select(one, message, pending);
    case Component.TEXT_DISPLAY: return html`<chat-markdown class="text-display" data-testid="content" .text=${one.content}></chat-markdown>`;
    case Component.SECTION: return html`<div class="section-block"><div>${inner(one.components)}</div>${component(one.accessory, message, pending)}</div>`;
    case Component.THUMBNAIL: return picture(mediaUrl(one.media, message), 'thumbnail', one.description ?? '');
    case Component.MEDIA_GALLERY: return html`<div class="gallery">${one.items.map((item) => picture(mediaUrl(item.media, message), 'gallery-image', item.description ?? ''))}</div>`;
    case Component.FILE: return attachment(fileOf(one.file, message));
    case Component.SEPARATOR: return html`<hr class="separator ${one.divider === false ? 'blank' : ''} ${one.spacing === 2 ? 'wide' : ''}">`;
    case Component.CONTAINER: return html`<accent-container .colour=${one.accent_color} .body=${inner(one.components)}></accent-container>`;
    default: return html`<div class="unknown-component">A component of type ${one.type ?? '?'} that this page does not draw</div>`;
  }
}

const KINDS = {
  [ButtonStyle.PRIMARY]: 'primary', [ButtonStyle.SECONDARY]: 'secondary', [ButtonStyle.SUCCESS]: 'success',
  [ButtonStyle.DANGER]: 'danger', [ButtonStyle.LINK]: 'secondary',
};

function button(one, message, pending) {
  const label = html`${one.emoji ? html`<span class="button-emoji">${one.emoji.id ? `:${one.emoji.name}:` : one.emoji.name}</span>` : nothing}${one.label ?? nothing}`;
  if (one.style === ButtonStyle.LINK) return link(one, label);
  const busy = pending?.state === 'waiting' && pending.customId === one.custom_id;
  return html`<button class="button ${KINDS[one.style] ?? 'secondary'} ${busy ? 'busy' : ''}" data-testid="button" data-custom-id=${one.custom_id ?? ''}
    ?disabled=${one.disabled || busy} aria-busy=${busy} @click=${() => useComponent(message, one.custom_id)}>${label}</button>`;
}

const link = (one, label) => html`<a class="button secondary ${one.disabled ? 'disabled' : ''}" data-testid="link-button"
  href=${(!one.disabled && safeUrl(one.url)) || nothing} target="_blank" rel="noopener noreferrer">${label}${icons.link}</a>`;

const select = (one, message, pending) => html`<select-menu .menu=${one} .busy=${pending?.state === 'waiting' && pending.customId === one.custom_id}
  @choose=${(event) => useComponent(message, one.custom_id, event.detail.values)}></select-menu>`;

/** `attachment://name` points at a file of the same message. */
const named = (url, message) => (message.attachments ?? []).find((file) => url === `attachment://${file.filename}`);
const mediaUrl = (media, message) => named(media?.url, message)?.url ?? media?.url;
const fileOf = (file, message) => named(file?.url, message) ?? { filename: file?.url?.split('/').at(-1) ?? 'file', url: file?.url };
