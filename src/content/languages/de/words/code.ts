/** Wörter der Ansichten „curl“ und „fetch“ im Bereich „Anfrage“. */

export default {
  'copy-curl': 'Befehl kopieren',
  'copy-fetch': 'Code kopieren',
  'curl-hint':
    'Geht auch andersherum: Füg einen curl-Befehl unter „Roh“ oder in die Adresszeile ein, und er wird zur Anfrage.',
  'no-host':
    'An wen diese Anfrage geht, weiß noch niemand. Gib ihr genau eine Zeile `Host` oder tipp oben eine Adresse ein.',
  'script-headers': 'Weggelassen, weil der Browser sie nicht von Skripten setzen lässt: {names}',
  'script-body': 'Weggelassen: fetch() nimmt bei GET und HEAD keinen Body.',
  'script-method': 'fetch() lehnt die Methode {method} ab.',
}
