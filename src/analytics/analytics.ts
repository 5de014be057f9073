export { EVENTS, EVENTS_VERSION, type CleengEventMap, type CleengEventName, type EventEntry, type Facts } from './catalogue.js';
export { reportEvents, type Report, type Reporting } from './report.js';
