import type { ToHost } from '../core/protocol';
import type { PageState } from './draft';

/** What VS Code gives a webview by `acquireVsCodeApi`. */
export interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: PageState): void;
}
