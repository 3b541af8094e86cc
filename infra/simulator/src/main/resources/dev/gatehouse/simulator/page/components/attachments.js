/** The files of a message: images in place, others as cards. */
import { html, nothing } from 'lit';
import { safeUrl } from '../text/url.js';
import { icons } from './icons.js';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const isImage = (file) => file.content_type?.startsWith('image/') ?? IMAGE.test(file.filename ?? '');

export const attachments = (message) => (message.attachments?.length
  ? html`<div class="attachments">${message.attachments.map(attachment)}</div>` : nothing);

/** One file, from an attachment object. */
export function attachment(file) {
  const url = safeUrl(file.url);
  return url && isImage(file) ? image(file, url) : card(file, url);
}

const image = (file, url) => html`<a class="attachment-image" href=${url} target="_blank" rel="noopener noreferrer" data-testid="attachment">
  <img src=${url} alt=${file.description ?? file.filename} loading="lazy" width=${file.width ?? nothing} height=${file.height ?? nothing}></a>`;

const card = (file, url) => html`<div class="file-card" data-testid="attachment">${icons.file}
  <div><div class="file-name">${url ? html`<a href=${url} download=${file.filename} target="_blank" rel="noopener noreferrer">${file.filename}</a>` : file.filename}</div>
  ${file.duration_secs ? html`<div class="file-size">Voice message · ${Math.round(file.duration_secs)} s</div>` : nothing}
  ${file.size === undefined ? nothing : html`<div class="file-size">${size(file.size)}</div>`}</div></div>`;

export function size(bytes) {
  const [unit, divisor] = bytes < 1024 ? ['bytes', 1] : bytes < 1024 ** 2 ? ['KB', 1024] : ['MB', 1024 ** 2];
  return `${divisor === 1 ? bytes : (bytes / divisor).toFixed(1)} ${unit}`;
}
