/** A round picture made of a user's initials, always in the same colour for the same name. */
import { html, nothing } from 'lit';
import { displayName } from '../core/select.js';

const HUES = 8;

export function initials(name) {
  const words = name.trim().split(/[\s_.-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => [...word][0]) : [[...(words[0] ?? '?')][0]];
  return letters.join('').toUpperCase();
}

const hueOf = (name) => [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES;

/** @param {'large' | 'small' | 'tiny'} size @param {'online' | 'offline' | null} presence */
export function avatar(user, size = 'large', presence = null) {
  return html`<span class="avatar avatar-${size} hue-${hueOf(user?.username ?? '')} ${user?.bot ? 'avatar-bot' : ''}" aria-hidden="true"
    >${initials(displayName(user))}${presence ? html`<span class="presence presence-${presence}"></span>` : nothing}</span>`;
}
