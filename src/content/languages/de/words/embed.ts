/** Wörter zum Einbetten in eine andere Seite. */

export default {
  what: 'Füg das in deine Seite ein. Der Frame braucht keine Cookies, keinen Speicher und keinen Service Worker, und er meldet seine Höhe, wenn er wächst.',
  theme: 'Farben',
  code: 'HTML',
  copy: 'HTML kopieren',
  sandbox:
    'Es geht auch in einem Frame mit sandbox="allow-scripts", wenn der Server, auf dem der Playground liegt, Access-Control-Allow-Origin: * sendet.',
}
