/** Wörter der Server auf dem Weg. */

export default {
  title: 'Die Server auf dem Weg, der nächste zuerst',
  proxy: 'Proxy',
  gateway: 'Gateway',
  origin: 'dahinter',
  got: 'Was bei ihm ankam',
  sent: 'Was er zurückgab',
  unreached: 'Der Server dahinter hat von dieser Anfrage nie gehört: Sein Log bleibt leer.',
}
