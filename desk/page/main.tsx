// Mounts the page.

import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { start } from './store.ts';

const root = document.getElementById('desk');
if (root) createRoot(root).render(<App />);
void start();
