/** Three moving dots and a word about what is awaited. */
import { html } from 'lit';

export const dots = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
export const thinking = (text) => html`<div class="thinking" data-testid="thinking">${dots}${text}</div>`;
