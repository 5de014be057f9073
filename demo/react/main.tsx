import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureKit } from '../shared/setup.js';
import { App } from './App.js';

await configureKit();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
