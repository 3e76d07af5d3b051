/** Wörter im Kopf der Seite. */

export default {
  rooms: 'Räume',
  share: 'Teilen',
  embed: 'Einbetten',
  full: 'Den ganzen Playground öffnen',
  scenarios: 'Szenarien',
  lab: 'Labor',
  inspect: 'Untersuchen',
  docs: 'Regeln',
  'courier.starting': 'Service Worker · …',
  'courier.service-worker': 'Service Worker · an',
  'courier.in-page': 'In der Seite',
  language: 'Sprache',
  'language.failed': 'Die Sprache ließ sich nicht laden. Prüf die Verbindung und wähl sie noch einmal.',
  theme: 'Farben: {choice}',
  'theme.system': 'wie das System',
  'theme.light': 'hell',
  'theme.dark': 'dunkel',
}
