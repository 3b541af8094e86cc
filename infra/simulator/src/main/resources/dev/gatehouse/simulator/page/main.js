/** Defines the page's elements and starts the session. */
import './components/chat-app.js';
import { start } from './actions/session.js';

start();
