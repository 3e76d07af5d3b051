/** Wörter der Ansichten „curl“ und „fetch“ im Bereich „Anfrage“. */

export default {
  'copy-curl': 'Befehl kopieren',
  'copy-fetch': 'Code kopieren',
  'curl-hint':
    'Geht auch andersherum: Füg einen curl-Befehl unter „Roh“ oder in die Adresszeile ein, und er wird zur Anfrage.',
  'curl-where': 'Wen der Befehl fragt',
  'curl-there': 'Die Adresse selbst',
  'curl-served': 'Gegen npm run serve',
  'served-hint':
    'Fragt dieselben Server über echtes HTTP: Starte `npm run serve` in einer Kopie des Playgrounds und füg dann das hier ein. Dort laufen eine eigene Uhr und ein eigenes Gedächtnis: Was hier ausgegeben wurde, etwa eine Nonce, kann abgelehnt werden.',
  'no-host':
    'An wen diese Anfrage geht, weiß noch niemand. Gib ihr genau eine Zeile `Host` oder tipp oben eine Adresse ein.',
  'script-headers': 'Weggelassen, weil der Browser sie nicht von Skripten setzen lässt: {names}',
  'script-body': 'Weggelassen: fetch() nimmt bei GET und HEAD keinen Body.',
  'script-method': 'fetch() lehnt die Methode {method} ab.',
}
