/** Wörter des Bereichs „Anfrage“. */

export default {
  title: 'Anfrage',
  views: 'Wie du die Anfrage schreibst',
  raw: 'Roh',
  form: 'Formular',
  curl: 'curl',
  fetch: 'fetch',

  method: 'Methode',
  address: 'Methode und Adresse',
  url: 'URL',
  send: 'Senden',

  'url.host-missing':
    'In der Anfrage fehlt die Zeile `Host`, deshalb ist das nur ein Pfad. Gib eine ganze Adresse ein, dann kommt die Zeile dazu.',
  'url.host-repeated':
    'In der Anfrage steht mehr als eine Zeile `Host`. An wen sie geht, weiß so niemand. Lass nur eine stehen.',
  'url.empty': 'Gib eine Adresse ein, etwa `https://{host}/`. Die Anfrage ist geblieben, wie sie war.',
  'url.unfinished':
    'Eine Adresse beginnt etwa so: `https://{host}/`. Bis das eine ist, bleibt die Anfrage, wie sie war.',
  'url.scheme': 'Die simulierten Hosts antworten auf `https`, nicht auf `{scheme}`. Ändere den Anfang zu `https://`.',
  'url.userinfo':
    'Benutzer und Passwort haben in der Adresse einer Anfrage nichts zu suchen. Nimm heraus, was vor dem `@` steht, und sende stattdessen eine Zeile `Authorization`.',
  'url.host':
    'Im Namen des Hosts steht ein Zeichen, das dort nicht vorkommen kann. Berichtige es, dann folgt die Anfrage.',
  'url.fragment': 'Was hinter dem `#` steht, bleibt im Browser: Es wird nie gesendet.',

  'unknown-host': '`{host}` wird hier nicht simuliert, deshalb wurde nichts gesendet. Simulierte Hosts:',
  'use-host': 'Stattdessen {host} fragen',

  editor: 'Editor',
  plain: 'Textfeld',
  rich: 'Großer Editor',
  loading: 'Der große Editor wird geladen …',
  'rich-failed': 'Der große Editor ließ sich nicht laden. Das Textfeld kann alles, worauf es ankommt.',
  retry: 'Noch einmal versuchen',
  'copy-raw': 'Anfrage kopieren',
  placeholder: 'GET / HTTP/1.1',

  converted: 'Das war ein curl-Befehl; jetzt ist es eine Anfrage.',
  unread: 'Nicht verstanden:',
  undo: 'Rückgängig',
  'curl.not-loaded':
    'Das ist ein curl-Befehl, aber was solche Befehle liest, ließ sich nicht laden. Er wurde eingefügt, wie er ist.',
  'curl.not-curl': 'Das sah nach einem curl-Befehl aus, ist aber keiner. Es wurde eingefügt, wie es ist.',
  'curl.quote-open':
    'In diesem curl-Befehl wird ein Anführungszeichen nie geschlossen. Er wurde eingefügt, wie er ist.',
  'curl.value-missing': 'In diesem curl-Befehl fehlt einer Option ihr Wert. Er wurde eingefügt, wie er ist.',
  'curl.url-missing': 'Dieser curl-Befehl nennt keine URL. Er wurde eingefügt, wie er ist.',
  'curl.url-invalid': 'Dieser curl-Befehl nennt eine URL ohne gültigen Host. Er wurde eingefügt, wie er ist.',
  'curl.url-scheme':
    'Dieser curl-Befehl nennt eine URL, die weder `https` noch `http` ist. Er wurde eingefügt, wie er ist.',

  'not-loaded':
    'Nichts wurde gesendet: Der Server, der antworten soll, ließ sich nicht laden. Prüf die Verbindung und sende noch einmal.',
  faults: 'Was nicht wohlgeformt ist',
  line: 'Zeile {line}',
  'go-to-line': 'Zu Zeile {line}',
  more: 'Und {count} weitere.',

  'view-failed':
    'Diese Ansicht ließ sich nicht laden. „Roh“ ist da; lade die Seite neu, um es noch einmal zu versuchen.',

  'fix-remove': 'Herausnehmen',
  'fix-insert': '„{text}“ einfügen',
  'fix-replace': 'Zu „{text}“ ändern',
  'decoded-secret': '••••••',
}
