export { drawForNewCertificates, drawStatusEntries } from './draw-status-entries.js';
export { StatusEntry } from './status-entry.entity.js';
export { StatusLists } from './status-lists.js';
export { StatusListController } from './status-list.controller.js';
export { StatusListPublisher } from './status-list-publisher.js';
