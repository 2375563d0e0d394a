import { env, l10n, Uri, type Webview } from 'vscode';
import { drillTexts } from './drillTexts';

/** Gives the drill panel its page. */
export function loadDrillPage(webview: Webview, extensionUri: Uri): void {
  webview.options = {
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((folder) => Uri.joinPath(extensionUri, folder)),
  };
  webview.html = drillPage(webview, extensionUri);
}

/** One style sheet, one script, and the words of the page as data. */
function drillPage(webview: Webview, extensionUri: Uri): string {
  const resource = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extensionUri, ...path));
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(l10n.t('MLOps Drill'))}</title>
  <link rel="stylesheet" href="${resource('media', 'drill.css')}">
</head>
<body data-texts="${escapeHtml(JSON.stringify(drillTexts()))}">
  <div id="root"></div>
  <script nonce="${nonce}" src="${resource('dist', 'webview.js')}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
