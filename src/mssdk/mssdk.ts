export { readMssdkConfig, type MssdkConfig } from './config.js';
export { emitMssdkEvents } from './events.js';
