/** A rich embed: https://discord.com/developers/docs/resources/message#embed-object */
import { html, nothing } from 'lit';
import { View } from '../core/view.js';
import { stamp } from '../text/time.js';
import { safeUrl } from '../text/url.js';
import './chat-markdown.js';

class MessageEmbed extends View {
  static properties = { embed: { attribute: false } };

  render() {
    const { author, title, url, description, fields = [], image, thumbnail, footer, timestamp } = this.embed;
    return html`<div class="embed" data-testid="embed">
      <div class="embed-text">
        ${author ? html`<div class="embed-author">${picture(author.icon_url, 'embed-icon')}${linked(author.url, author.name)}</div>` : nothing}
        ${title ? html`<div class="embed-title">${linked(url, html`<chat-markdown inline .text=${title}></chat-markdown>`)}</div>` : nothing}
        ${description ? html`<chat-markdown class="embed-description" .text=${description}></chat-markdown>` : nothing}
        ${fields.length ? html`<div class="embed-fields">${fields.map(field)}</div>` : nothing}
        ${picture(image?.url, 'embed-image')}
        ${footer || timestamp ? html`<div class="embed-footer">${picture(footer?.icon_url, 'embed-icon')}
          <span>${[footer?.text, timestamp && stamp(new Date(timestamp))].filter(Boolean).join(' • ')}</span></div>` : nothing}
      </div>
      ${picture(thumbnail?.url, 'embed-thumbnail')}
    </div>`;
  }

  updated() {
    paint(this.querySelector('.embed'), this.embed.color);
  }
}

const field = ({ name, value, inline }) => html`<div class="embed-field ${inline ? 'inline' : ''}">
  <div class="embed-field-name"><chat-markdown inline .text=${name}></chat-markdown></div><chat-markdown .text=${value}></chat-markdown></div>`;

const linked = (address, label) => {
  const url = safeUrl(address);
  return url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>` : html`<span>${label}</span>`;
};

export function picture(address, kind, description = '') {
  const url = safeUrl(address);
  return url ? html`<img class=${kind} src=${url} alt=${description} loading="lazy" referrerpolicy="no-referrer">` : nothing;
}

/** Gives an element the accent colour of its data, set as a property because the page forbids style attributes. */
export function paint(element, colour) {
  if (typeof colour === 'number') element?.style.setProperty('--accent-line', `#${colour.toString(16).padStart(6, '0')}`);
}

customElements.define('message-embed', MessageEmbed);
