/** The mark of an application's messages. */
import { html, nothing } from 'lit';

export const botBadge = (user) => (user?.bot ? html`<span class="badge" title="An application">APP</span>` : nothing);
