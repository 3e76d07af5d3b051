/** Wörter, die mehrere Bereiche brauchen. */

export default {
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  'not-copied': 'Kopieren ist hier nicht erlaubt: Text markieren und Strg+C drücken',
}
