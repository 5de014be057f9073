import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setUpKit } from '../shared/setup.js';
import { App } from './App.js';

await setUpKit();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
