/** Wörter der Leiste, die die Verbindung zeigt. */

export default {
  title: 'Verbindung',
  number: 'Verbindung {number}.',
  with: 'Aufgebaut mit dem Zertifikat von {name}.',
  without: 'Aufgebaut ohne Client-Zertifikat.',
  why: 'Modelliert: Eine Seite kann ihre Verbindung nicht sehen. Hier ist sie ein Objekt mit einer Nummer, und was TLS über sie wüsste, stellst du ein.',
  certificate: 'Zertifikat für die nächste',
  none: 'keines',
  new: 'Neue Verbindung öffnen',
}
