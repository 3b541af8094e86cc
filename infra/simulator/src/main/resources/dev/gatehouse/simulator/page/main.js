/** Defines the page's elements and starts the session. */
import './core/theme.js';
import './components/chat-app.js';
import { start } from './actions/session.js';

start();
