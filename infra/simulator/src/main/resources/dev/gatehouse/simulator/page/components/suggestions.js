/** A list of suggestions above a field; the field keeps the focus and names the active one. */
import { html, nothing } from 'lit';

/**
 * @param {{id: string, title: string, items: {key: string, icon?: unknown, label: unknown, note?: unknown, side?: unknown}[],
 *   active: number, pick: (index: number) => void}} list
 */
export function suggestions({ id, title, items, active, pick }) {
  if (!items.length) return nothing;
  return html`<div class="suggestions" id=${id} role="listbox" aria-label=${title} data-testid="suggestions">
    <div class="suggestions-title">${title}</div>
    <div class="suggestions-items">${items.map((item, index) => html`
      <div class="suggestion ${index === active ? 'active' : ''}" role="option" id="${id}-${index}" aria-selected=${index === active}
          data-testid="suggestion" data-key=${item.key} @mousedown=${(event) => event.preventDefault()} @click=${() => pick(index)}>
        ${item.icon ?? nothing}<span class="suggestion-text"><span class="suggestion-label">${item.label}</span>
        ${item.note ? html`<span class="suggestion-note">${item.note}</span>` : nothing}</span>
        ${item.side ? html`<span class="suggestion-side">${item.side}</span>` : nothing}</div>`)}</div>
  </div>`;
}

/** Keeps the active suggestion in sight. */
export const showActive = (root) => root.querySelector('.suggestion.active')?.scrollIntoView({ block: 'nearest' });

/** The next index for an arrow key, or null for another key. */
export function moved(key, active, count) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  return step && count ? (active + step + count) % count : null;
}
