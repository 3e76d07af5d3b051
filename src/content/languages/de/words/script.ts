/** Wörter der Ansicht „Was JavaScript sieht“. */

export default {
  origin: 'Wo das Skript läuft',
  'origin.same': 'Auf demselben Origin',
  'origin.cross': 'Auf einem anderen Origin',
  credentials: 'Ob Credentials mitgeschickt werden',
  'lead.same': 'Eine Seite von `{site}` stellt diese Anfrage mit `fetch`.',
  'lead.cross':
    'Eine Seite von `{elsewhere}` stellt diese Anfrage mit `fetch`. Was sie zu sehen bekommt, entscheidet der Server (CORS).',
  code: 'Was das Skript liest',
  'preflight.passed':
    'Vorher fragt der Browser den Server mit `OPTIONS`, ob er {what} von einem anderen Origin annimmt (ein Preflight). Hier sagt er ja.',
  fields: 'Header der Antwort',
  field: 'Header',
  value: 'Wert, oder warum er fehlt',
  hidden: 'verborgen',
  none: 'Die Antwort hat keine Header.',
  'body.visible': '`await response.text()` liefert den Body.',
  'body.hidden': 'Auch an den Body kommt das Skript nicht heran.',
  omit: "Mit `credentials: 'omit'` mischt sich der Browser nie ein. Ohne das kann eine 401 an ein Skript desselben Origins erst den Login-Dialog des Browsers öffnen.",

  'error.forbidden-method': '`fetch` lehnt diese Methode ab, also wird nichts gesendet.',
  'error.body-on-get': '`fetch` lehnt einen Body bei `GET` und `HEAD` ab, also wird nichts gesendet.',
  'error.proxy-asks':
    'Einem Proxy antwortet der Browser selbst, mit seinem eigenen Dialog. Ein Skript sieht nie eine 407.',
  'error.preflight':
    'Der Browser fragt erst mit `OPTIONS`, ob er {what} von einem anderen Origin aus senden darf (ein Preflight). Dieser Server sagt nicht ja, deshalb wird die Anfrage selbst nie gesendet.',
  'error.preflight-asks':
    'Der Browser fragt erst mit `OPTIONS`, ob er {what} von einem anderen Origin aus senden darf (ein Preflight), und zeigt dabei keine Zugangsdaten. Dieser Server will schon da welche sehen und antwortet mit 401, deshalb wird die Anfrage selbst nie gesendet.',
  'error.cors-missing':
    'Die Antwort ist angekommen, aber `Access-Control-Allow-Origin` fehlt darin. Deshalb behält der Browser sie für sich, samt Status.',
  'error.cors-other-origin':
    'Die Antwort ist angekommen, aber `Access-Control-Allow-Origin` nennt einen anderen Origin. Deshalb behält der Browser sie für sich, samt Status.',
  'error.cors-wildcard':
    'Die Antwort ist angekommen, aber bei Zugangsdaten muss der Server den Origin nennen und sie ausdrücklich erlauben. Deshalb behält der Browser sie für sich.',

  'reason.forbidden-name': 'Bekommt kein Skript je zu sehen: Cookies sind Sache des Browsers.',
  'reason.not-exposed': 'Nicht in `Access-Control-Expose-Headers` genannt.',
  'reason.opaque-redirect':
    "Eine Weiterleitung, der `fetch` nicht folgt (`redirect: 'manual'`), zeigt nichts: keinen Status, keine Header.",
}
