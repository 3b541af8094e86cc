/** Line icons, 24 units wide, in the colour of the text around them. */
import { html, svg } from 'lit';

const icon = (shape) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
const path = (d) => icon(svg`<path d=${d}></path>`);

export const icons = {
  hash: path('M4 9h16M4 15h16M10 3 8 21M16 3l-2 18'),
  voice: path('M11 5 6 9H3v6h3l5 4zM15.5 8.5a5 5 0 0 1 0 7M18.5 5.5a9 9 0 0 1 0 13'),
  thread: path('M4 5h16v11h-8l-4 4v-4H4zM8.5 9h7M8.5 12h4'),
  at: path('M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5'),
  reply: path('M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7'),
  edit: path('M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4'),
  trash: path('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5'),
  copy: path('M9 9h11v11H9zM5 15H4V4h11v1'),
  apps: path('M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM16.5 13.5v6M13.5 16.5h6'),
  plus: path('M12 5v14M5 12h14'),
  send: path('M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4'),
  close: path('M6 6l12 12M18 6 6 18'),
  people: path('M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.3A6 6 0 0 1 21 20'),
  menu: path('M4 6h16M4 12h16M4 18h16'),
  file: path('M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6'),
  down: path('M6 9l6 6 6-6'),
  arrow: path('M12 5v14M6 13l6 6 6-6'),
  eye: path('M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm7 0a3 3 0 1 0 6 0 3 3 0 0 0-6 0z'),
  link: path('M14 4h6v6M20 4l-9 9M18 14v6H4V6h6'),
  warning: path('M12 4 2.5 20h19zM12 10v4M12 17v.5'),
  switch: path('M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7'),
  smile: path('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.5M15 9.5v.5'),
  sun: path('M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4'),
  moon: path('M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z'),
  gate: path('M5 21V11a7 7 0 0 1 14 0v10M9 21v-9a3 3 0 0 1 6 0v9'),
};
