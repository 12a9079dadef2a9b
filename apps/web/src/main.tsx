import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSession } from './api/session';
import { App } from './app';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void startSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
