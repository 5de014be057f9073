import { createApp } from 'vue';
import { setUpKit } from '../shared/setup.js';
import App from './App.vue';

await setUpKit();
createApp(App).mount('#app');
