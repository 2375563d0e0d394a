import type { DrillTexts } from '../core/protocol';
import { DrillPage } from './page';
import type { VsCodeApi } from './vsCodeApi';

declare function acquireVsCodeApi(): VsCodeApi;

const host = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body;
const texts = JSON.parse(document.body.dataset.texts ?? '{}') as DrillTexts;
const page = new DrillPage({ root, texts, host, now: () => performance.now() });

window.addEventListener('message', (event: MessageEvent<unknown>) => page.receive(event.data));
// On the document, not the window: there the editor's own listener takes every key that was not stopped.
document.addEventListener('keydown', (event) => page.onKey(event));
document.addEventListener('visibilitychange', () => page.onVisibility(document.visibilityState !== 'hidden'));

// Scrolling and time go by without an event worth a write each.
window.addEventListener('scrollend', () => page.save());
setInterval(() => page.tick(), 1000);
setInterval(() => document.visibilityState !== 'hidden' && page.save(), 5000);

host.postMessage({ type: 'ready' });
